import { describe, expect, test } from '@jest/globals';

import { failure } from '../../src/errors/index.ts';
import { createLogger } from '../../src/telemetry/index.ts';

function recorded(level: 'debug' | 'info' | 'silent' = 'info'): {
  log: ReturnType<typeof createLogger>;
  lines: string[];
} {
  const lines: string[] = [];
  return { log: createLogger(level, { write: (line) => void lines.push(line) }), lines };
}

describe('the log', () => {
  test('writes the fields of the allow-list', () => {
    const { log, lines } = recorded();
    log.info('request', { requestId: 'r1', status: 200, durationMilliseconds: 3 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'request',
      requestId: 'r1',
      status: 200,
      durationMilliseconds: 3,
    });
  });

  test('drops every other field, whatever the types were told', () => {
    const { log, lines } = recorded();
    const smuggled = { requestId: 'r1', variables: { ssn: '123-45-6789' }, query: '{ a }' };
    log.info('request', smuggled);
    expect(lines.join('')).not.toMatch(/123-45-6789|variables|query/);
  });

  test('shows an error without its message, which libraries fill with data', () => {
    const { log, lines } = recorded();
    const cause = Object.assign(new Error('Key (ssn)=(123-45-6789) already exists'), { code: '23505' });
    log.error('failed', { error: new Error('row 123-45-6789', { cause }) });
    expect(lines.join('')).not.toContain('123-45-6789');
    const { error } = JSON.parse(lines[0] ?? '') as { error: { frames: string[]; cause: { code: string } } };
    expect(error.frames[0]).toMatch(/^at /);
    expect(error.cause.code).toBe('23505');
  });

  test("shows a failure's own text and place, which are the operator's to read", () => {
    const { log, lines } = recorded();
    log.error('failed', { error: failure('KEYS_UNREADABLE', { place: 'keys.json' }) });
    const { error } = JSON.parse(lines[0] ?? '') as { error: object };
    expect(error).toMatchObject({ code: 'KEYS_UNREADABLE', place: 'keys.json' });
  });

  test('heeds its level', () => {
    const quiet = recorded('silent');
    quiet.log.error('failed');
    expect(quiet.lines).toEqual([]);
    const usual = recorded('info');
    usual.log.debug('detail');
    expect(usual.lines).toEqual([]);
  });
});
