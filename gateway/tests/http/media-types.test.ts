import { describe, expect, test } from '@jest/globals';

import { codeOf, greeting, json } from '../world/http-exchange.ts';
import { runningGateway } from '../world/running-gateway.ts';

describe('the media type of the answer', () => {
  test.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0.5, application/json', 'application/json'],
    ['application/graphql-response+json, */*;q=0.1', 'application/graphql-response+json'],
    ['application/json;q=0, */*', 'application/graphql-response+json'],
    ['APPLICATION/JSON; charset="UTF-8"', 'application/json'],
    ['application/json; charset=latin1', null],
    ['text/html', null],
    ['application/json;q=0', null],
    ['application/json;q=x', null],
  ])('for %j is %j', async (accept, mediaType) => {
    const gateway = await runningGateway();
    const headers: Record<string, string> = accept === undefined ? json : { ...json, accept };
    const response = await gateway.fetch('/graphql', { method: 'POST', headers, body: greeting });
    const expected = mediaType === null ? '406 NOT_ACCEPTABLE' : '200 no error';
    expect(response.headers.get('content-type')).toBe(`${mediaType ?? 'application/json'}; charset=utf-8`);
    expect(response.headers.get('vary')).toContain('accept');
    expect(await codeOf(response)).toBe(expected);
  });
});
