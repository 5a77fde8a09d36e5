import { readFileSync } from 'node:fs';

import { agencySecret, signingKeysOf } from '../../../src/authorization/signing/index.ts';
import type { AgencySecrets, SigningKeys } from '../../../src/authorization/signing/index.ts';

/** A signed request of the wire contract. */
export interface RequestVector {
  readonly name: string;
  readonly method: string;
  readonly targetUri: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly accepted: boolean;
  readonly signatureBase?: string;
}

interface Vectors {
  readonly agency: string;
  readonly otherAgency: string;
  readonly at: string;
  readonly gatewayKey: Parameters<typeof signingKeysOf>[0][number];
  readonly publishedKeys: object;
  readonly secret: string;
  readonly secretId: string;
  readonly otherSecret: string;
  readonly examples: readonly {
    readonly section: string;
    readonly components: readonly (readonly [string, string])[];
    readonly params: string;
    readonly alg: 'hmac-sha256' | 'ed25519';
    readonly secret?: string;
    readonly key?: Readonly<Record<string, string>>;
    readonly signature: string;
  }[];
  readonly digests: readonly { readonly body: string; readonly value: string }[];
  readonly claims: Readonly<Record<string, unknown>>;
  readonly requests: readonly RequestVector[];
  readonly questions: readonly RequestVector[];
}

const file = new URL('../../../../subgraphs/kit/wire-contract/vectors.json', import.meta.url);

/** The wire contract's test vectors, which the kit's tests read as well. */
export const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

/** The gateway's keys, and the secrets of two agencies. */
export const keys: SigningKeys = await signingKeysOf([vectors.gatewayKey]);
export const secrets: AgencySecrets = new Map([
  [vectors.agency, [agencySecret(vectors.secret)]],
  [vectors.otherAgency, [agencySecret(vectors.otherSecret)]],
]);
