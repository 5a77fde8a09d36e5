import { describe, expect, test } from '@jest/globals';

import type { Caller } from '../../src/authentication/index.ts';
import { openAuthenticator } from '../../src/authentication/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { audience, identityProvider, issuer } from '../world/tokens.ts';

const names = {
  agencyClaim: 'agency',
  rolesClaim: 'realm_access.roles',
  purposesOfUseClaim: 'purposes_of_use',
  residentIdClaim: 'https://county.example/resident',
  trainingsClaim: 'trainings',
  assuranceLevelClaim: 'assurance_level',
};

async function callerOf(claims: Record<string, unknown>): Promise<Caller | null> {
  const identity = await identityProvider();
  const { authenticate } = await openAuthenticator({
    issuer,
    audience,
    algorithms: ['EdDSA'],
    tokenTypes: ['at+jwt'],
    clockToleranceSeconds: 5,
    tokenCacheSize: 10,
    claimNames: names,
    keys: { file: identity.keysFile },
    log: silentLog,
  });
  const token = await identity.token({ claims: { roles: undefined, ...claims } });
  const decision = await authenticate({ authorization: `Bearer ${token}` });
  return decision.kind === 'caller' ? decision.caller : null;
}

const withRole = { realm_access: { roles: ['caseworker'] } };

describe('a claim', () => {
  test('is found inside an object', async () => {
    expect(await callerOf(withRole)).toMatchObject({ roles: ['caseworker'] });
  });

  test('is found under a name that has dots itself', async () => {
    const caller = await callerOf({ ...withRole, 'https://county.example/resident': 'r1' });
    expect(caller).toMatchObject({ residentId: 'r1' });
  });

  test.each([[{}], [{ realm_access: null }], [{ realm_access: 'roles' }], [{ roles: ['caseworker'] }]])(
    'that is needed and not there refuses the token: %j',
    async (claims) => {
      expect(await callerOf(claims)).toBeNull();
    },
  );

  test('is not looked for in what objects inherit', async () => {
    expect(await callerOf({ ...withRole, agency: undefined, constructor: { name: 'housing' } })).toBeNull();
  });
});

describe('purposes', () => {
  test.each([
    ['of scopes are all that is permitted', { scope: 'openid purpose:TREAT purpose:COC' }, ['TREAT', 'COC']],
    ['of a claim are all that is permitted', { purposes_of_use: ['TREAT'] }, ['TREAT']],
    [
      'of both are those that both name',
      { scope: 'purpose:TREAT purpose:COC', purposes_of_use: ['COC', 'AUDIT'] },
      ['COC'],
    ],
    ['of neither are not restricted', { scope: 'openid' }, null],
  ])('%s', async (_, claims, expected) => {
    expect((await callerOf({ ...withRole, ...claims }))?.purposesOfUse).toEqual(expected);
  });
});
