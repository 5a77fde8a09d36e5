import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';

import { runningGateway } from './world/running-gateway.ts';

describe('the audits of GraphQL over HTTP', () => {
  const names = serverAudits({ url: 'http://localhost' }).map(({ id, name }) => ({ id, name }));

  test('are 61, so that none gets lost unnoticed', () => {
    expect(names).toHaveLength(61);
  });

  test('all pass', async () => {
    const gateway = await runningGateway();
    const withToken = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${gateway.token}`);
      return fetch(input, { ...init, headers });
    };
    const audits = serverAudits({ url: `${gateway.url}/graphql`, fetchFn: withToken });
    const results = await Promise.all(audits.map(async ({ fn }) => fn()));
    const failed = results.filter(({ status }) => status !== 'ok');
    expect(
      failed.map((result) => ({ id: result.id, reason: 'reason' in result ? result.reason : '' })),
    ).toEqual([]);
    expect(results).toHaveLength(61);
  });
});
