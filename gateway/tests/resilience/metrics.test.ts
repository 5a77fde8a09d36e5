import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { ServedProcess } from './served-process.ts';
import { servedProcess } from './served-process.ts';

const question = '{ resident(id: "r1") { name } }';

describe('a gateway that serves metrics', () => {
  let served: ServedProcess;
  let before: string;
  let after: string;

  beforeAll(async () => {
    served = await servedProcess('--metrics-port', '0');
    before = await scraped();
    await ask(question);
    await ask(question);
    await ask('{ nonsense }');
    await ask('{');
    after = await scraped();
  });

  afterAll(async () => served[Symbol.asyncDispose]());

  async function ask(query: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${served.token}`, 'content-type': 'application/json' };
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return response.json();
  }

  function address(): string {
    return served.log.find(({ msg }) => msg === 'metrics are served')?.url ?? '';
  }

  /** Counts after the answers have left, which is when they are counted. */
  async function scraped(): Promise<string> {
    await pause(200);
    const response = await fetch(address());
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    return response.text();
  }

  function valueOf(line: string, text = after): number | undefined {
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.slice(line.length));
  }

  test('counts requests by what came of them, and how long they took', () => {
    expect(valueOf('resident_graph_requests_total{code="OK"}', before)).toBeUndefined();
    expect(valueOf('resident_graph_requests_total{code="OK"}')).toBe(2);
    expect(valueOf('resident_graph_requests_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(valueOf('resident_graph_requests_total{code="GRAPHQL_PARSE_FAILED"}')).toBe(1);
    expect(valueOf('resident_graph_request_duration_seconds_count')).toBe(4);
    expect(valueOf('resident_graph_request_duration_seconds_bucket{le="+Inf"}')).toBe(4);
  });

  test('counts requests to agencies, with buckets that hold those before them', () => {
    expect(valueOf('resident_graph_fetches_total{agency="people",outcome="OK"}')).toBe(2);
    expect(valueOf('resident_graph_fetch_duration_seconds_count{agency="people"}')).toBe(2);
    // The agency takes 20 ms at least.
    expect(valueOf('resident_graph_fetch_duration_seconds_bucket{agency="people",le="0.01"}')).toBe(0);
    expect(valueOf('resident_graph_fetch_duration_seconds_bucket{agency="people",le="30"}')).toBe(2);
    expect(valueOf('resident_graph_breaker_state{agency="people",state="closed"}')).toBe(1);
    expect(valueOf('resident_graph_breaker_state{agency="people",state="open"}')).toBe(0);
  });

  test('counts what was found in caches', () => {
    const lookups = (cache: string) =>
      ['hit', 'miss'].map((outcome) =>
        valueOf(`resident_graph_cache_requests_total{cache="${cache}",outcome="${outcome}"}`),
      );
    expect(lookups('documents')).toEqual([1, 3]);
    expect(lookups('validatedDocuments')).toEqual([1, 2]);
    expect(lookups('tokens')).toEqual([3, 1]);
    expect(lookups('plans')).toEqual([1, 1]);
    expect(valueOf('resident_graph_cache_entries{cache="plans"}')).toBe(1);
    expect(valueOf('resident_graph_cache_entries{cache="documents"}')).toBe(2);
  });

  test('tells how the process is', () => {
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes'])
      expect(valueOf(name)).toEqual(expect.any(Number));
  });

  test('says nothing of what was asked, nor by whom', () => {
    expect(after).not.toMatch(/name \}|nonsense|Bearer|sub=/);
    const labels = new Set([...after.matchAll(/^resident_graph\w+\{(.*)\}/gm)].map(([, text = '']) => text));
    const names = [...labels].flatMap((text) => [...text.matchAll(/(\w+)="/g)].map(([, name]) => name));
    expect(new Set(names)).toEqual(new Set(['code', 'le', 'agency', 'outcome', 'state', 'cache']));
  });

  test('serves them apart from requests, and nothing else there', async () => {
    const other = new URL(address());
    expect((await fetch(new URL('/metrics', served.url))).status).toBe(404);
    expect((await fetch(new URL('/graphql', other))).status).toBe(404);
    expect((await fetch(other, { method: 'POST' })).status).toBe(404);
    expect(other.hostname).toBe('127.0.0.1');
  });
});

test('a gateway that is not asked to serve metrics does not', async () => {
  await using served = await servedProcess();
  expect(served.log.some(({ msg }) => msg === 'metrics are served')).toBe(false);
  expect((await fetch(new URL('/metrics', served.url))).status).toBe(404);
});
