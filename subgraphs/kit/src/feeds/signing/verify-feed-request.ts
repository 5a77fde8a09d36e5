import type { IncomingHttpHeaders } from 'node:http';

import {
  contentDigest,
  createNonceWindow,
  isSignatureOf,
  oldestSignature,
  signatureBase,
} from '../../authorization/index.ts';
import type { Secret } from '../../authorization/index.ts';
import type { FeedPeer } from '../feed-peers.ts';
import { audienceHeader, signatureForm } from './feed-signature.ts';

/** A request to a feed, as it came. */
interface ArrivedFeedRequest {
  readonly method: string;
  /** As the peer addressed it: scheme, host, path and query. */
  readonly targetUri: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type FeedVerification =
  | { readonly kind: 'trusted'; readonly peer: string; readonly secret: Secret; readonly signature: string }
  /** What was wrong is for the log. */
  | { readonly kind: 'refused'; readonly problem: string };

type VerifyFeedRequest = (request: ArrivedFeedRequest) => FeedVerification;

interface FeedVerifierOptions {
  readonly peers: readonly FeedPeer[];
  /** Whom requests must be meant for: this subgraph's name. */
  readonly audience: string;
  readonly clockSkewSeconds: number;
  readonly now: () => Date;
}

const mostNonces = 100_000;

/** The one form of Signature-Input that is accepted. */
const inputForm =
  /^feed=(\("@method" "@target-uri" "content-digest" "resident-graph-audience"\);created=(\d{1,11});nonce="([\w-]{16,64})";keyid="([0-9a-f]{16})";alg="hmac-sha256";tag="resident-graph-feed")$/;

/**
 * Verifies that a request is a peer's, made now, for this subgraph, unaltered and sent once:
 *
 * 1. the signature's form, and that it covers what it must
 * 2. that it is meant for this subgraph, and was made within the last 30 seconds
 * 3. the digest of the body, then the signature itself
 * 4. last, so that only requests of peers are remembered: that the nonce is new
 */
export function createFeedVerifier(options: FeedVerifierOptions): VerifyFeedRequest {
  const { peers, audience, clockSkewSeconds, now } = options;
  const signers = new Map(
    peers.flatMap(({ name, secrets }) =>
      secrets.map((secret) => [secret.id, { peer: name, secret }] as const),
    ),
  );
  const nonces = createNonceWindow(oldestSignature + clockSkewSeconds, mostNonces);
  return (request) => {
    const [, params, created, nonce = '', keyid = ''] =
      inputForm.exec(header(request, 'signature-input')) ?? [];
    const [, signature] = signatureForm.exec(header(request, 'signature')) ?? [];
    const signer = signers.get(keyid);
    if (params === undefined || signature === undefined || signer === undefined)
      return refused('signature missing');
    if (header(request, audienceHeader) !== audience) return refused('another audience');
    const at = Math.floor(now().getTime() / 1000);
    const age = at - Number(created);
    if (age > oldestSignature + clockSkewSeconds || age < -clockSkewSeconds) return refused('not of now');
    if (header(request, 'content-digest') !== contentDigest(request.body)) return refused('digest wrong');
    const base = signatureBase(componentsOf(request), params);
    if (!isSignatureOf(signature, base, 'hmac-sha256', signer.secret.key)) return refused('signature wrong');
    if (!nonces.use(nonce, Number(created), at)) return refused('nonce used');
    return { kind: 'trusted', ...signer, signature: header(request, 'signature') };
  };
}

function componentsOf(request: ArrivedFeedRequest) {
  return [
    ['@method', request.method],
    ['@target-uri', request.targetUri],
    ['content-digest', header(request, 'content-digest')],
    [audienceHeader, header(request, audienceHeader)],
  ] as const;
}

function refused(problem: string): FeedVerification {
  return { kind: 'refused', problem };
}

/** Node joins headers that come twice, and what is joined has no longer the form. */
function header({ headers }: ArrivedFeedRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
