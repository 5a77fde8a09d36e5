import { describe, expect, test } from '@jest/globals';

import { failure } from '../src/errors/index.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from '../src/execution/index.ts';
import { withInProcessAgencies } from '../src/in-process-agencies.ts';

const agencies = [
  { name: 'housing', url: 'http://127.0.0.1:9/graphql' },
  { name: 'governance', url: 'in-process:governance' },
  { name: 'stranger', url: 'in-process:constructor' },
];

function requestTo(agency: string, signal = new AbortController().signal): SubgraphRequest {
  return { agency, query: '{ a }', variables: { of: 1 }, operationName: null, requestId: 'r', signal };
}

/** A network on which everything is noted, and an answer that says where it came from. */
function world(here: (request: SubgraphRequest) => Promise<SubgraphAnswer>): {
  readonly client: SubgraphClient;
  readonly sent: string[];
} {
  const sent: string[] = [];
  const note = async (agency: string): Promise<SubgraphAnswer> => {
    sent.push(agency);
    return { kind: 'answered', data: { from: 'network' }, errors: [] };
  };
  const network: SubgraphClient = {
    fetch: async ({ agency }) => note(agency),
    ask: ({ agency }, read, deliver) => {
      sent.push(agency);
      const answer = read(Buffer.from('{"data":{"from":"network"}}'));
      if (answer.kind === 'refused') throw new Error('The body is good.');
      deliver(answer as Exclude<typeof answer, { readonly kind: 'refused' }>);
    },
    read: (body) => ({ kind: 'answered', data: JSON.parse(Buffer.from(body).toString()), errors: [] }),
    close: async () => undefined,
  };
  return { client: withInProcessAgencies(network, agencies, new Map([['governance', here]])), sent };
}

/** Answers with a value and a refusal. */
const answering = async ({ variables }: SubgraphRequest): Promise<SubgraphAnswer> => ({
  kind: 'answered',
  data: { from: 'here', variables },
  errors: [{ message: '', path: ['a'], failure: failure('FORBIDDEN', { message: 'Not you.' }) }],
});

describe('an agency of this process', () => {
  test('is never asked over the network; the others are', async () => {
    const { client, sent } = world(answering);
    await expect(client.fetch(requestTo('governance'))).resolves.toMatchObject({ data: { from: 'here' } });
    await expect(client.fetch(requestTo('housing'))).resolves.toMatchObject({ data: { from: 'network' } });
    expect(sent).toEqual(['housing']);
  });

  test('is not available under a name that nobody answers for', async () => {
    const { client, sent } = world(answering);
    await expect(client.fetch(requestTo('stranger'))).resolves.toMatchObject({
      kind: 'failed',
      failure: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'stranger' },
    });
    expect(sent).toEqual([]);
  });

  test('is read as if it had come over the network', async () => {
    const { client, sent } = world(answering);
    const { variables: _, ...request } = requestTo('governance');
    const body = JSON.stringify({ query: '{ a }', variables: { of: 2 } });
    const answer = await new Promise((resolve) => client.ask({ ...request, body }, client.read, resolve));
    expect(answer).toMatchObject({
      data: {
        data: { from: 'here', variables: { of: 2 } },
        errors: [{ message: 'Not you.', path: ['a'], extensions: { code: 'FORBIDDEN' } }],
      },
    });
    expect(sent).toEqual([]);
  });

  test('takes no longer than the request has time', async () => {
    const { client } = world(async () => new Promise(() => undefined));
    const time = new AbortController();
    const asked = client.fetch(requestTo('governance', time.signal));
    time.abort();
    const late = { kind: 'failed', failure: { code: 'SUBGRAPH_TIMEOUT' } };
    await expect(asked).resolves.toMatchObject(late);
    await expect(client.fetch(requestTo('governance', time.signal))).resolves.toMatchObject(late);
  });
});
