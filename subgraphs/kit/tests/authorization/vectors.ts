import { readFileSync } from 'node:fs';

/** A request of the wire contract, and whether a subgraph takes it for the gateway's. */
export interface RequestVector {
  readonly name: string;
  readonly method: string;
  readonly targetUri: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly accepted: boolean;
}

interface Vectors {
  readonly agency: string;
  readonly at: string;
  readonly clockSkewSeconds: number;
  readonly gatewayKey: Readonly<Record<'kty' | 'crv' | 'x' | 'd' | 'kid', string>>;
  readonly publishedKeys: object;
  readonly secret: string;
  readonly otherSecret: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly tokens: readonly { readonly name: string; readonly token: string; readonly accepted: boolean }[];
  readonly requests: readonly RequestVector[];
}

/** The wire contract's test vectors, which the gateway's tests read as well. */
export const vectors = JSON.parse(
  readFileSync(new URL('../../wire-contract/vectors.json', import.meta.url), 'utf8'),
) as Vectors;
