import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose';

/** What an identity provider for development is made from. */
export interface IdentityProviderOptions {
  /** Its port on the own machine. */
  readonly port: number;
  readonly keys: ProviderKeys;
  /** The `aud` of access tokens. */
  readonly audience: string;
  readonly accounts: readonly Account[];
  readonly clients: readonly Client[];
  /**
   * Changes what an ID token says, for those who test how one that is wrong is met. A text is sent in place of
   * a token.
   */
  readonly idToken?: (claims: JWTPayload) => JWTPayload | string;
}

/** The keys that tokens are signed with, asked for at each use so that they can be exchanged. */
interface ProviderKeys {
  readonly signing: () => { readonly id: string; readonly privateKey: CryptoKey };
  readonly published: () => JSONWebKeySet;
}

/** Somebody who can sign in. */
export interface Account {
  readonly subject: string;
  /** What they are. */
  readonly title: string;
  /** What they do and what binds them to residents, in one sentence. */
  readonly description: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** An application that is registered here. */
export interface Client {
  readonly id: string;
  /** Its public keys, by which it proves itself (RFC 7523). */
  readonly keys: JSONWebKeySet;
  /** Where browsers may be sent back; none for an application that acts for nobody but itself. */
  readonly redirectUris: readonly string[];
  readonly signOutUris: readonly string[];
  /** What a token of the application's own says of it (RFC 6749, section 4.4); null if it gets none. */
  readonly ownClaims: Readonly<Record<string, unknown>> | null;
  /** The scopes that it may ask for then, such as `purpose:ELIGDTRM`. */
  readonly scopes: readonly string[];
}
