import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { agencyHealth } from '../src/agency-health.ts';
import { figures } from '../src/telemetry/index.ts';

/** The names are of no other test: figures are the whole process's. */
const supergraph = { sdl: readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8') };

function healthOf(agency: string) {
  const [health] = agencyHealth(supergraph, [agency]);
  return health;
}

test('of an agency that was asked nothing tells of no time', () => {
  expect(healthOf('never-asked')).toMatchObject({
    breaker: 'closed',
    answered: 0,
    failures: [],
    medianMilliseconds: null,
    slowMilliseconds: null,
  });
});

test('tells what became of the requests to an agency, and how long half and nearly all of them took', () => {
  const { outcomes, times } = figures.fetchesTo('often-asked');
  for (let time = 0; time < 18; time += 1) outcomes.add('OK');
  outcomes.add('SUBGRAPH_UNAVAILABLE');
  outcomes.add('SUBGRAPH_TIMEOUT');
  for (let time = 0; time < 18; time += 1) times.add(4);
  times.add(40);
  times.add(4000);
  expect(healthOf('often-asked')).toMatchObject({
    answered: 18,
    failures: [
      { code: 'SUBGRAPH_TIMEOUT', count: 1 },
      { code: 'SUBGRAPH_UNAVAILABLE', count: 1 },
    ],
    medianMilliseconds: 5,
    slowMilliseconds: 50,
  });
});

test('tells of requests that took longer than all that is counted, without inventing how long', () => {
  figures.fetchesTo('slow').times.add(60_000);
  expect(healthOf('slow')).toMatchObject({ medianMilliseconds: null, slowMilliseconds: null });
  expect(healthOf('slow')?.latencies.at(-1)).toEqual({ atMostMilliseconds: null, count: 1 });
});

test('tells schemas apart by their versions, and of none where there is none', () => {
  const versions = ['benefits', 'housing'].map((agency) => healthOf(agency)?.schemaVersion);
  expect(versions).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}$/),
    expect.stringMatching(/^[0-9a-f]{12}$/),
  ]);
  expect(versions[0]).not.toBe(versions[1]);
  expect(healthOf('never-asked')?.schemaVersion).toBe('');
});

test('lists agencies in the order of their names', () => {
  const names = agencyHealth(supergraph, ['b', 'c', 'a']).map(({ agency }) => agency);
  expect(names).toEqual(['a', 'b', 'c']);
});
