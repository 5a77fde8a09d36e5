import { failure } from '../errors/index.ts';
import type { Authenticator } from './authenticator.ts';
import type { Caller } from './caller.ts';
import { purposeOf } from './purpose-of.ts';

/** Whoever sends no token. No token can say this of its bearer. */
const anonymousCaller: Caller = Object.freeze({
  subject: 'anonymous',
  agency: 'anonymous',
  roles: [],
  application: 'anonymous',
  purposesOfUse: null,
  residentId: null,
  trainings: [],
  assuranceLevel: 1,
  isAnonymous: true,
});

/**
 * For development: serves requests without a token too. A token that is sent is verified as ever, and refused
 * where there is nothing to verify it by: it is never passed over.
 */
export function allowAnonymous(tokens: Authenticator | null): Authenticator {
  return {
    authenticate: async (headers) => {
      const { authorization, 'purpose-of-use': purpose } = headers;
      if (authorization === undefined) return withPurpose(purpose);
      return tokens?.authenticate(headers) ?? { kind: 'refused', failure: unverifiable() };
    },
  };
}

type Decision = Awaited<ReturnType<Authenticator['authenticate']>>;

function withPurpose(header: string | readonly string[] | undefined): Decision {
  const purpose = purposeOf(anonymousCaller, typeof header === 'object' ? header.join(', ') : header);
  if (purpose.kind === 'refused') return purpose;
  return { kind: 'caller', caller: anonymousCaller, purposeOfUse: purpose.purposeOfUse };
}

function unverifiable(): ReturnType<typeof failure> {
  return failure('UNAUTHENTICATED', { message: 'This gateway has no keys to verify a token by.' });
}
