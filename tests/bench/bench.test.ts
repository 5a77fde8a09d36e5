import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { describe, expect, test } from '@jest/globals';

const execute = promisify(execFile);
const repository = fileURLToPath(new URL('../../', import.meta.url));
const within = 300_000;

async function bench(...words: readonly string[]): Promise<string> {
  const node = ['--conditions=source', '--import', 'tsx', 'scripts/bench.ts'];
  const { stdout } = await execute(process.execPath, [...node, ...words], { cwd: repository });
  return stdout;
}

const figures = expect.objectContaining({
  rps: expect.any(Number),
  p50: expect.any(Number),
  p99: expect.any(Number),
  failures: 0,
  sameAnswer: true,
});

describe('the benchmark', () => {
  test(
    'measures our gateway and the bare proxy on every query, and ends with one JSON object',
    async () => {
      const short = ['--seconds', '1', '--rounds', '1', '--connections', '5'];
      const output = await bench(...short, '--only', 'ours,proxy', '--from-source', '--json');
      const { queries, leftOut } = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Record<
        string,
        Record<string, unknown>
      >;
      expect(leftOut).toEqual([]);
      expect(Object.keys(queries ?? {})).toEqual(['resident', 'lists', 'errors']);
      for (const query of Object.values(queries ?? {})) {
        expect(query).toEqual({ ours: figures, proxy: figures });
      }
    },
    within,
  );

  test(
    'measures at half load, by processes that are started anew',
    async () => {
      const short = ['--seconds', '1', '--rounds', '1', '--connections', '5', '--starts', '2', '--half-load'];
      const output = await bench(
        ...short,
        '--only',
        'ours',
        '--queries',
        'resident',
        '--from-source',
        '--json',
      );
      expect(output).toContain('of each of 2 processes, 5 connections at half of what the slowest can take');
      const { queries } = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>;
      expect(queries).toEqual({ resident: { ours: figures } });
    },
    within,
  );

  test('says who takes part when a contender is not known', async () => {
    await expect(bench('--only', 'nobody')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There are only ours, '),
    });
  });
});
