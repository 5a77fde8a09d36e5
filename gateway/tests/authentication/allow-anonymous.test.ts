import { describe, expect, test } from '@jest/globals';

import type { Authenticator } from '../../src/authentication/index.ts';
import { allowAnonymous, openAuthenticator } from '../../src/authentication/index.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { audience, identityProvider, issuer } from '../world/tokens.ts';

async function withTokens(): Promise<{ authenticator: Authenticator; token: string }> {
  const identity = await identityProvider();
  const tokens = await openAuthenticator({
    issuer,
    audience,
    algorithms: ['EdDSA'],
    tokenTypes: ['at+jwt'],
    clockToleranceSeconds: 0,
    keys: { file: identity.keysFile },
    tokenCacheSize: 10,
    log: silentLog,
  });
  return {
    authenticator: allowAnonymous(tokens),
    token: await identity.token({ claims: { sub: 'anonymous' } }),
  };
}

describe('where anonymous callers are allowed', () => {
  test('whoever sends no token is a caller that no token can name', async () => {
    const { authenticator, token } = await withTokens();
    const anonymous = await authenticator.authenticate({});
    const named = await authenticator.authenticate({ authorization: `Bearer ${token}` });
    expect(anonymous).toMatchObject({ kind: 'caller', caller: { isAnonymous: true, roles: [] } });
    expect(named).toMatchObject({ kind: 'caller', caller: { subject: 'anonymous' } });
    expect(named).not.toMatchObject({ caller: { isAnonymous: true } });
  });

  test.each(['Bearer x.y.z', 'Bearer', 'Basic YTpi', ''])(
    'a token that is sent has to be a good one: %j',
    async (authorization) => {
      const { authenticator } = await withTokens();
      const refused = { kind: 'refused', failure: { code: 'UNAUTHENTICATED' } };
      expect(await authenticator.authenticate({ authorization })).toMatchObject(refused);
      expect(await allowAnonymous(null).authenticate({ authorization })).toMatchObject(refused);
    },
  );

  test('the purpose of use is one of the known codes', async () => {
    const { authenticate } = allowAnonymous(null);
    expect(await authenticate({ 'purpose-of-use': 'TREAT' })).toMatchObject({ purposeOfUse: 'TREAT' });
    expect(await authenticate({ 'purpose-of-use': 'x' })).toMatchObject({ failure: { code: 'BAD_REQUEST' } });
  });
});
