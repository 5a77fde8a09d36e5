import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { RequestListener } from 'node:http';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import { engines } from '../support/engines.ts';
import { startEnvironment, type Answer, type Environment } from '../support/start-environment.ts';

const timeoutMilliseconds = 700;

const question = /* GraphQL */ `
  query ($id: ID!) {
    resident(id: $id) {
      name {
        given
      }
      benefits {
        snap {
          cases(first: 1) {
            edges {
              node {
                caseNumber
              }
            }
          }
        }
      }
      housing {
        enrollments(first: 1) {
          edges {
            node {
              entryDate
            }
          }
        }
      }
      behavioralHealth {
        mentalHealth {
          episodes(first: 1) {
            edges {
              node {
                admissionDate
              }
            }
          }
        }
      }
      justice {
        bookings(first: 1) {
          edges {
            node {
              bookingDate
            }
          }
        }
      }
    }
  }
`;

describe.each(engines)('with one agency out of order, on the %s engine', (engine) => {
  let environment: Environment;
  let id: string;

  beforeAll(async () => {
    environment = await startEnvironment({
      residents: 120,
      flags: {
        'execution.engine': engine,
        'subgraphs.timeoutMilliseconds': String(timeoutMilliseconds),
      },
    });
    id = showcaseResident(generateHouseholds({ seed: 1, residents: 120 })).residentId;
  });

  afterEach(async () => {
    await housing().heal();
    const whole = await environment.ask(question, { id });
    expect(whole.errors).toBeUndefined();
    expect(residentOf(whole).housing).not.toBeNull();
  });

  afterAll(() => environment.close());

  const housing = () => {
    const agency = environment.agencies.get('housing');
    if (agency === undefined) throw new Error('There is no housing agency.');
    return agency;
  };

  async function askWithin(code: string): Promise<void> {
    const began = Date.now();
    const answer = await environment.ask(question, { id });
    expect(Date.now() - began).toBeLessThan(timeoutMilliseconds * 3);
    const resident = residentOf(answer);
    expect(resident.housing).toBeNull();
    expect(resident.benefits).not.toBeNull();
    expect(resident.behavioralHealth).not.toBeNull();
    expect(resident.justice).not.toBeNull();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code, agency: 'housing' });
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|secret-host/);
  }

  test('stopped: the rest of the answer stands, and the error names the agency', async () => {
    await housing().stop();
    await askWithin('SUBGRAPH_UNAVAILABLE');
  });

  test('hanging: the rest of the answer comes when its time is up', async () => {
    await housing().replaceBy(() => {});
    await askWithin('SUBGRAPH_TIMEOUT');
  });

  const garbage: readonly (readonly [string, RequestListener])[] = [
    ['HTML', (_, response) => response.setHeader('content-type', 'text/html').end('<h1>secret-host</h1>')],
    ['half a JSON text', (_, response) => json(response).end('{"data":{"_entities":[')],
    ['a list in place of an object', (_, response) => json(response).end('[1]')],
    ['too few entities', (_, response) => json(response).end('{"data":{"_entities":[]}}')],
    ['an entity of a wrong shape', (_, response) => json(response).end('{"data":{"_entities":[7]}}')],
    ['a status of 500', (_, response) => response.writeHead(500).end('secret-host exploded')],
    ['a redirection', (_, response) => response.writeHead(302, { location: 'http://secret-host/' }).end()],
    ['a body that breaks off', (_, response) => breakOff(json(response))],
  ];

  test.each(garbage)('answering %s: that agency alone is missing', async (_name, listener) => {
    await housing().replaceBy(listener);
    const answer = await environment.ask(question, { id });
    const resident = residentOf(answer);
    expect(resident.housing).toBeNull();
    expect(resident.benefits).not.toBeNull();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions?.agency).toBe('housing');
    expect(answer.errors?.[0]?.extensions?.code).toMatch(/^SUBGRAPH_(UNAVAILABLE|ANSWER_INVALID)$/);
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|secret-host/);
  });

  test('an error of its own: its words stay inside', async () => {
    const body = { data: { _entities: [null] }, errors: [{ message: 'password at secret-host is hunter2' }] };
    await housing().replaceBy((_, response) => json(response).end(JSON.stringify(body)));
    const answer = await environment.ask(question, { id });
    expect(answer.errors?.[0]?.extensions?.agency).toBe('housing');
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|secret-host/);
  });
});

type Response = Parameters<RequestListener>[1];

function json(response: Response): Response {
  return response.setHeader('content-type', 'application/json');
}

function breakOff(response: Response): void {
  response.setHeader('content-length', '1000');
  response.write('{"data":');
  setTimeout(() => response.destroy(), 20);
}

function residentOf(answer: Answer): Record<string, unknown> {
  return (answer.data as { resident: Record<string, unknown> }).resident;
}
