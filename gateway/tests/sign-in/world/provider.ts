import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

import type { Account, Client } from '../../../../scripts/demo/identity-provider/index.ts';
import { startIdentityProvider } from '../../../../scripts/demo/identity-provider/index.ts';

/** A key pair with its public half as a provider publishes it. */
export interface Pair {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly published: JSONWebKeySet['keys'][number];
  /** The same for signatures by either name of its algorithm (RFC 8037, RFC 9864). */
  readonly publishedForAll: JSONWebKeySet['keys'][number];
  /** The private half as a file holds it. */
  readonly secret: string;
}

export async function newPair(id: string): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publishedForAll = { ...(await exportJWK(publicKey)), kid: id, use: 'sig' };
  const published = { ...publishedForAll, alg: 'EdDSA' };
  const secret = JSON.stringify({ ...(await exportJWK(privateKey)), kid: id, alg: 'EdDSA' });
  return { id, privateKey, published, publishedForAll, secret };
}

/** A provider whose keys and ID tokens a test can change while it runs. */
export interface ChangeableProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
  /** Signs any token as the provider does. */
  readonly sign: (claims: JWTPayload) => Promise<string>;
  /** Signs with another key from now on, and publishes that one alone. */
  readonly rotate: (pair: Pair) => void;
  /** Signs with a key that isn't published. */
  readonly signWith: (pair: Pair) => void;
  /** Changes the claims of every ID token from now on. */
  readonly tell: (change: (claims: JWTPayload) => JWTPayload | string) => void;
}

const caseworker: Account = {
  subject: 'caseworker-1',
  title: 'Housing caseworker',
  description: 'Finds housing.',
  claims: {
    agency: 'housing',
    roles: ['housing-caseworker'],
    purposes_of_use: ['HOUSING_PLACEMENT', 'COC'],
    trainings: ['hmis-privacy'],
    assurance_level: 2,
  },
};

const counselor: Account = {
  subject: 'counselor-1',
  title: 'SUD counselor',
  description: 'Treats.',
  claims: { agency: 'behavioral-health', roles: ['sud-counselor'], purposes_of_use: ['TREAT'] },
};

const nobody: Account = {
  subject: 'nobody-1',
  title: 'Without a role',
  description: 'Has no agency.',
  claims: {},
};

const unchanged = (claims: JWTPayload): JWTPayload | string => claims;

export async function changeableProvider(
  port: number,
  clients: readonly Client[],
): Promise<ChangeableProvider> {
  let pair = await newPair('first');
  let published = pair.published;
  let change = unchanged;
  const { issuer, close } = await startIdentityProvider({
    port,
    audience: 'resident-graph',
    keys: { signing: () => pair, published: () => ({ keys: [published] }) },
    accounts: [caseworker, counselor, nobody],
    clients,
    idToken: (claims) => change(claims),
  });
  return {
    issuer,
    close,
    sign: async (claims) =>
      new SignJWT({ iss: issuer, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: pair.id, typ: 'logout+jwt' })
        .setIssuedAt()
        .sign(pair.privateKey),
    rotate: (next) => {
      pair = next;
      ({ published } = next);
    },
    signWith: (next) => void (pair = next),
    tell: (next) => void (change = next),
  };
}
