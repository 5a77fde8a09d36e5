import { contentDigest, hmacOf, isSignatureOf } from '../../authorization/index.ts';
import type { Secret } from '../../authorization/index.ts';
import { feedTag, signatureForm } from './feed-signature.ts';

/** What is answered, and to which request. */
export interface FeedAnswer {
  readonly status: number;
  readonly body: string;
  /** The Signature header of the request. */
  readonly requestSignature: string;
}

const covered = '("@status" "content-digest" "signature";req);';
const inputForm =
  /^feed=(\("@status" "content-digest" "signature";req\);created=\d{1,11};keyid="([0-9a-f]{16})";alg="hmac-sha256";tag="resident-graph-feed")$/;

/** Signs an answer so that it can be none to another request (RFC 9421, section 2.4). */
export function signFeedAnswer(
  answer: FeedAnswer,
  secret: Secret,
  at: Date,
): Readonly<Record<string, string>> {
  const created = Math.floor(at.getTime() / 1000);
  const params = `${covered}created=${created};keyid="${secret.id}";alg="hmac-sha256";tag="${feedTag}"`;
  return {
    'content-digest': contentDigest(answer.body),
    'signature-input': `feed=${params}`,
    signature: `feed=:${hmacOf(baseOf(answer, params), secret.key)}:`,
  };
}

/** Whether an answer is the peer's, to this request, and unaltered. */
export function isFeedAnswerOf(
  answer: FeedAnswer,
  headers: Pick<Headers, 'get'>,
  secrets: readonly Secret[],
): boolean {
  const [, params, keyid] = inputForm.exec(headers.get('signature-input') ?? '') ?? [];
  const [, signature] = signatureForm.exec(headers.get('signature') ?? '') ?? [];
  const secret = secrets.find(({ id }) => id === keyid);
  if (params === undefined || signature === undefined || secret === undefined) return false;
  if (headers.get('content-digest') !== contentDigest(answer.body)) return false;
  return isSignatureOf(signature, baseOf(answer, params), 'hmac-sha256', secret.key);
}

/** The text that is signed; the names of `signatureBase` have no parameters, and this one's third has. */
function baseOf({ status, body, requestSignature }: FeedAnswer, params: string): string {
  return [
    `"@status": ${status}`,
    `"content-digest": ${contentDigest(body)}`,
    `"signature";req: ${requestSignature}`,
    `"@signature-params": ${params}`,
  ].join('\n');
}
