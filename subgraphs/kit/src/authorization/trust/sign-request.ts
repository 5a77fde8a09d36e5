import { randomBytes } from 'node:crypto';

import { contentDigest, hmacOf, signatureBase } from './http-signature.ts';
import type { Components } from './http-signature.ts';
import type { Secret } from './secret.ts';

/** A POST request that is to be signed with a shared secret. */
export interface RequestToSign {
  /** The dictionary key of Signature and Signature-Input (RFC 9421, section 4). */
  readonly label: string;
  /** The application's tag, so that a signature for one use is none for another (RFC 9421, section 2.3). */
  readonly tag: string;
  readonly target: string;
  readonly body: string;
  /** Headers that are signed besides method, target and digest. */
  readonly headers?: Components;
  readonly secret: Secret;
  readonly at: Date;
}

/** The headers that a signed request is sent with (RFC 9421, HMAC-SHA-256), those that are signed included. */
export function signRequest(request: RequestToSign): Readonly<Record<string, string>> {
  const { label, tag, target, body, headers = [], secret, at } = request;
  const digest = contentDigest(body);
  const components: Components = [
    ['@method', 'POST'],
    ['@target-uri', target],
    ['content-digest', digest],
    ...headers,
  ];
  const created = Math.floor(at.getTime() / 1000);
  const nonce = randomBytes(16).toString('base64url');
  const names = components.map(([name]) => `"${name}"`).join(' ');
  const params = `(${names});created=${created};nonce="${nonce}";keyid="${secret.id}";alg="hmac-sha256";tag="${tag}"`;
  return {
    ...Object.fromEntries(headers),
    'content-digest': digest,
    'signature-input': `${label}=${params}`,
    signature: `${label}=:${hmacOf(signatureBase(components, params), secret.key)}:`,
  };
}
