import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { createChance } from '../../scripts/population/chance/index.ts';
import { generateHouseholds, showcaseResident } from '../../scripts/population/index.ts';
import { misbehaviours, type Misbehaviour } from '../support/misbehaviours.ts';
import type { AgencyUnderTest } from '../support/open-agency.ts';
import { startEnvironment, type Answer, type Environment } from '../support/start-environment.ts';

/** How long the chaos lasts. Longer outside the suite, to see what grows: CHAOS_SECONDS=600. */
const seconds = Number(process.env['CHAOS_SECONDS'] ?? 12);
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
const clients = 4;

jest.setTimeout((seconds + 120) * 1000);

const troubled = ['benefits', 'housing', 'behavioral-health', 'justice'] as const;
type Troubled = (typeof troubled)[number];

/** What each of the agencies is asked for; its field is the one that misses while it is in trouble. */
const fields: Readonly<Record<Troubled, string>> = {
  benefits: 'benefits',
  housing: 'housing',
  'behavioral-health': 'behavioralHealth',
  justice: 'justice',
};

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

const bytesPerMegabyte = 1024 * 1024;
/** What caches may still fill after the first half; the gateway, the agencies and the clients are one process here. */
const mostGrowthMegabytes = 16;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes in use, once everything that is not has been collected. */
function memoryInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / bytesPerMegabyte;
}

/** An answer, and which agencies were in trouble at some time between the question and it. */
interface Heard {
  readonly answer: Answer;
  readonly inTrouble: ReadonlySet<string>;
}

describe(`four agencies in trouble at random, under load (CHAOS_SEED=${seed})`, () => {
  let environment: Environment;
  let id: string;
  let whole: unknown;
  const troubles: string[] = [];
  let refusals = 0;
  /** Agencies in trouble, and those whose breaker may not have closed since. */
  const inTrouble = new Set<Troubled>();

  beforeAll(async () => {
    environment = await startEnvironment({
      residents: 60,
      flags: {
        'http.maximumDelayMilliseconds': '600000',
        'subgraphs.timeoutMilliseconds': '3000',
        'subgraphs.breakerFailures': '4',
        'subgraphs.breakerRestMilliseconds': '100',
      },
    });
    id = showcaseResident(generateHouseholds({ seed: 1, residents: 60 })).residentId;
    whole = (await environment.ask(question, { id })).data;
  });

  afterAll(() => environment.close());

  const agencyOf = (name: Troubled): AgencyUnderTest => {
    const agency = environment.agencies.get(name);
    if (agency === undefined) throw new Error(`There is no agency ${name}.`);
    return agency;
  };

  async function isWhole(): Promise<boolean> {
    const answer = await environment.ask(question, { id });
    return answer.errors === undefined && JSON.stringify(answer.data) === JSON.stringify(whole);
  }

  /** Resolves when no breaker is open any more, which nobody has closed by hand. */
  async function untilWhole(): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop
    while (!(await isWhole())) await pause(20);
  }

  async function makeTrouble(chance: ReturnType<typeof createChance>): Promise<string> {
    const name = chance.pick(troubled);
    const misbehaviour: Misbehaviour = chance.pick(misbehaviours);
    inTrouble.add(name);
    if (misbehaviour.listener === null) await agencyOf(name).stop();
    else await agencyOf(name).replaceBy(misbehaviour.listener);
    await pause(chance.integer(200, 4500));
    await agencyOf(name).heal();
    await untilWhole();
    inTrouble.delete(name);
    return `${name}: ${misbehaviour.name}`;
  }

  /** Makes trouble until then, first in one agency and then in another. */
  async function makeTroubleUntil(end: number, chance: ReturnType<typeof createChance>): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop
    while (Date.now() < end) troubles.push(await makeTrouble(chance));
  }

  /** Asks again, as clients do, when a machine that stood still has the gateway refuse what came meanwhile. */
  async function askOnce(): Promise<Heard> {
    const before = [...inTrouble];
    const answer = await environment.ask(question, { id });
    if (answer.errors?.[0]?.extensions?.code !== 'OVERLOADED')
      return { answer, inTrouble: new Set([...before, ...inTrouble]) };
    refusals += 1;
    await pause(1000);
    return askOnce();
  }

  /** What is wrong with an answer: it is whole but for the agencies in trouble, and says so. */
  function faultOf({ answer, inTrouble: excused }: Heard): string | null {
    const resident = (answer.data as { resident?: Record<string, unknown> } | undefined)?.resident;
    const expected = (whole as { resident: Record<string, unknown> }).resident;
    if (!resident) return `no data: ${JSON.stringify(answer)}`;
    const named = (answer.errors ?? []).map(({ extensions }) => String(extensions?.agency));
    const strange = named.filter((name) => !excused.has(name));
    if (strange.length > 0) return `errors of ${strange.join()}: ${JSON.stringify(answer.errors)}`;
    const changed = Object.keys(expected).filter(
      (key) => JSON.stringify(resident[key]) !== JSON.stringify(expected[key]),
    );
    const unexplained = changed.filter((key) => !named.some((name) => fields[name as Troubled] === key));
    return unexplained.length > 0 ? `changed: ${unexplained.join()}: ${JSON.stringify(answer)}` : null;
  }

  test('no request fails whole or takes harm from another agency, and every breaker closes by itself', async () => {
    const chance = createChance(seed);
    const end = Date.now() + seconds * 1000;
    const faults: string[] = [];
    let answers = 0;
    const codes = new Map<string, number>();
    const client = async (): Promise<void> => {
      while (Date.now() < end) {
        // oxlint-disable-next-line no-await-in-loop
        const heard = await askOnce();
        answers += 1;
        const fault = faultOf(heard);
        if (fault !== null) faults.push(fault);
        for (const { extensions } of heard.answer.errors ?? [])
          codes.set(String(extensions?.code), (codes.get(String(extensions?.code)) ?? 0) + 1);
      }
    };
    const atFirst = memoryInUse();
    const load = Array.from({ length: clients }, client);
    await makeTroubleUntil(Date.now() + seconds * 500, chance);
    const halfway = memoryInUse();
    await makeTroubleUntil(end, chance);
    await Promise.all(load);
    const inTheEnd = memoryInUse();
    const [first, half, last] = [atFirst, halfway, inTheEnd].map((megabytes) => megabytes.toFixed(1));
    report(
      `${answers} answers, ${refusals} refusals, ${troubles.length} troubles; ${first} MB at first, ${half} halfway, ${last} in the end`,
    );
    expect({ troubles, faults: faults.slice(0, 3) }).toEqual({ troubles, faults: [] });
    expect([...codes.keys()].filter((code) => !code.startsWith('SUBGRAPH_'))).toEqual([]);
    expect(refusals).toBeLessThanOrEqual(answers / 100);
    expect(inTheEnd - halfway).toBeLessThan(mostGrowthMegabytes);
    await untilWhole();
  });
});

/** What a long run is made for. */
function report(line: string): void {
  if (process.env['CHAOS_SECONDS'] !== undefined) process.stdout.write(`${line}\n`);
}
