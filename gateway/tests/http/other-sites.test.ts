import { describe, expect, test } from '@jest/globals';

import { runningGateway } from '../world/running-gateway.ts';

describe('pages of other sites', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
  };

  test('are kept out by default', async () => {
    const response = await (await runningGateway()).fetch('/graphql', preflight);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('are let in if the configuration names them, and no others', async () => {
    const gateway = await runningGateway({ 'http.corsOrigins': 'https://app.example' });
    const allowed = await gateway.fetch('/graphql', preflight);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://app.example',
    ]);
    const headers = { ...preflight.headers, origin: 'https://app.example.evil.example' };
    const other = await gateway.fetch('/graphql', { ...preflight, headers });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
