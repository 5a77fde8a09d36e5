import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { Config, ConfigProblem, ConfigSources } from '../../src/config/index.ts';
import {
  configOptions,
  configurationTable,
  formatConfigProblem,
  loadConfig,
} from '../../src/config/index.ts';

const needed = {
  'authentication.issuer': 'i',
  'authentication.audience': 'a',
  'authentication.jwksFile': 'keys.json',
};

function fileOf(text: string, name = 'gateway.yaml'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'resident-graph-config-')), name);
  writeFileSync(file, text);
  return file;
}

function loaded(sources: ConfigSources): Config {
  const decision = loadConfig({ ...sources, flags: { ...needed, ...sources.flags } });
  if (decision.kind === 'refused') throw new Error(decision.problems.map(formatConfigProblem).join('\n'));
  return decision.config;
}

function problems(sources: ConfigSources): readonly ConfigProblem[] {
  const decision = loadConfig({ ...sources, flags: { ...needed, ...sources.flags } });
  return decision.kind === 'refused' ? decision.problems : [];
}

function keysOf(flags: Readonly<Record<string, string>>): readonly string[] {
  return problems({ flags }).map(({ key }) => key);
}

describe('a value', () => {
  const file = fileOf('http:\n  port: 1\n  host: "0.0.0.0"\n');

  test('comes from the flag before the environment before the file before the default', () => {
    const environment = { PORT: '2' };
    expect(loaded({ flags: { 'http.port': '3' }, environment, file }).http.port).toBe(3);
    expect(loaded({ environment, file }).http.port).toBe(2);
    expect(loaded({ file }).http.port).toBe(1);
    expect(loaded({}).http.port).toBe(4000);
  });

  test('of a list or a switch is read from text', () => {
    const { http, supergraph } = loaded({
      environment: {
        RESIDENT_GRAPH_CORS_ORIGINS: 'https://a.example, https://b.example',
        RESIDENT_GRAPH_WATCH: 'false',
      },
    });
    expect(http.corsOrigins).toEqual(['https://a.example', 'https://b.example']);
    expect(supergraph.watch).toBe(false);
  });

  test('that is empty in the environment counts as not set', () => {
    expect(loaded({ environment: { PORT: '' } }).http.port).toBe(4000);
  });

  test('that is a relative path in a file counts from the file', () => {
    const withPath = fileOf('supergraph:\n  file: graph/supergraph.yaml\n');
    expect(loaded({ file: withPath }).supergraph.file).toBe(join(dirname(withPath), 'graph/supergraph.yaml'));
  });

  test('can come from JSON', () => {
    expect(loaded({ file: fileOf('{ "http": { "port": 7 } }', 'gateway.json') }).http.port).toBe(7);
  });
});

test('introspection is off in production unless it is asked for', () => {
  const environment = { NODE_ENV: 'production' };
  expect(loaded({}).operations.introspection).toBe(true);
  expect(loaded({ environment }).operations.introspection).toBe(false);
  expect(
    loaded({ environment, flags: { 'operations.introspection': 'true' } }).operations.introspection,
  ).toBe(true);
});

describe('a problem', () => {
  test('names the flag, the variable or the line of the file that the value came from', () => {
    expect(problems({ flags: { 'http.port': 'x' } })[0]?.source).toBe('flag --port');
    expect(problems({ environment: { PORT: '70000' } })[0]?.source).toBe('environment variable PORT');
    const file = fileOf('http:\n  host: localhost\n  port: -1\n');
    expect(problems({ file })[0]?.source).toBe(`${file}:3`);
  });

  test('names the key, the value, the expected shape and the remedy', () => {
    const [problem] = problems({ environment: { PORT: 'abc' } });
    expect(problem?.key).toBe('http.port');
    expect(problem?.message).toBe('"abc" is not a whole number from 0 to 65535.');
    expect(problem?.remedy).toMatch(/--port, PORT, or http\.port in a file/);
  });

  test.each([
    ['http:\n  prot: 1\n', 'http.prot', 'Did you mean http.port?'],
    ['htp:\n  port: 1\n', 'htp.port', 'Did you mean http.port?'],
    ['http:\n  entirelyDifferent: 1\n', 'http.entirelyDifferent', 'Take it away.'],
    ['port: 1\n', 'port', 'Take it away.'],
  ])('is an unknown key in %j, with what was meant', (text, key, remedy) => {
    expect(problems({ file: fileOf(text) })).toEqual([expect.objectContaining({ key, remedy })]);
  });

  test('is a section that is no section', () => {
    expect(problems({ file: fileOf('http: 4000\n') })).toEqual([expect.objectContaining({ key: 'http' })]);
  });

  test('is a misspelt variable of ours, but not one of the orchestrator', () => {
    const environment = { RESIDENT_GRAPH_ISUER: 'x', RESIDENT_GRAPH_PORT_80_TCP_PROTO: 'tcp' };
    expect(problems({ environment })).toEqual([
      expect.objectContaining({ key: 'RESIDENT_GRAPH_ISUER', remedy: 'Did you mean RESIDENT_GRAPH_ISSUER?' }),
    ]);
  });

  test('is a file that is missing or malformed, with its line', () => {
    expect(problems({ file: '/nowhere/gateway.yaml' })[0]?.message).toBe('The file cannot be read.');
    const file = fileOf('http:\n  port: [1\n');
    expect(problems({ file })[0]?.source).toMatch(/gateway\.yaml:\d+$/);
  });

  test('never repeats a value that may hold a secret', () => {
    const flags = { 'authentication.jwksUrl': 'ftp://user:hunter2@example' };
    const text = problems({ flags }).map(formatConfigProblem).join('\n');
    expect(text).toContain('authentication.jwksUrl');
    expect(text).not.toContain('hunter2');
  });

  test('is told for every key at once', () => {
    const decision = loadConfig({ environment: { PORT: 'x' } });
    const keys = decision.kind === 'refused' ? decision.problems.map(({ key }) => key) : [];
    expect(keys).toEqual(['http.port', 'authentication.issuer', 'authentication.audience']);
  });

  test('is a gateway without keys, or with two sources of them', () => {
    const url = { 'authentication.jwksUrl': 'https://identity.example/keys' };
    expect(problems({ flags: url })).toEqual([expect.objectContaining({ key: 'authentication.jwksFile' })]);
    const none = loadConfig({ flags: { ...needed, 'authentication.jwksFile': undefined } });
    expect(none.kind).toBe('refused');
  });

  test('is a key set that travels in clear text beyond this machine', () => {
    const flags = {
      'authentication.jwksFile': undefined,
      'authentication.jwksUrl': 'http://identity.example/keys',
    };
    const decision = loadConfig({ flags: { ...needed, ...flags } });
    expect(decision.kind === 'refused' && decision.problems[0]?.key).toBe('authentication.jwksUrl');
    const local = { ...flags, 'authentication.jwksUrl': 'http://127.0.0.1:9/keys' };
    expect(loadConfig({ flags: { ...needed, ...local } }).kind).toBe('loaded');
  });

  test('is half of the way to the resident index, or one in clear text beyond this machine', () => {
    const url = { 'residentIndex.url': 'https://index.example' };
    const secret = { 'residentIndex.secretFile': 'index.secret' };
    expect(keysOf({ ...url, ...secret })).toEqual([]);
    expect(keysOf(url)).toEqual(['residentIndex.secretFile']);
    expect(keysOf(secret)).toEqual(['residentIndex.url']);
    expect(keysOf({ ...secret, 'residentIndex.url': 'http://index.example' })).toEqual(['residentIndex.url']);
    expect(keysOf({ ...secret, 'residentIndex.url': 'http://127.0.0.1:9' })).toEqual([]);
  });

  test.each(['authentication.jwksUrl', 'authentication.issuer'])(
    'is in production a provider over http, even on this machine, by %s',
    (key) => {
      const overHttps = {
        ...needed,
        'authentication.jwksFile': undefined,
        'authentication.jwksUrl': 'https://identity.example/keys',
      };
      const environment = { NODE_ENV: 'production' };
      expect(loadConfig({ flags: overHttps, environment }).kind).toBe('loaded');
      const decision = loadConfig({ flags: { ...overHttps, [key]: 'http://127.0.0.1:9/' }, environment });
      const keys = decision.kind === 'refused' ? decision.problems.map((problem) => problem.key) : [];
      expect(keys).toEqual([key]);
    },
  );
});

describe('anonymous callers', () => {
  const flags = { 'authentication.allowAnonymous': 'true' };

  test('need a switch that is off', () => {
    expect(loaded({}).authentication.allowAnonymous).toBe(false);
  });

  test('need no keys to verify tokens by', () => {
    expect(loadConfig({ flags }).kind).toBe('loaded');
  });

  test('do not do away with what verifies the tokens of others', () => {
    const decision = loadConfig({ flags: { ...flags, 'authentication.jwksFile': 'keys.json' } });
    const keys = decision.kind === 'refused' ? decision.problems.map(({ key }) => key) : [];
    expect(keys).toEqual(['authentication.issuer', 'authentication.audience']);
  });

  test('are refused in production', () => {
    const environment = { NODE_ENV: 'production' };
    expect(problems({ flags, environment })).toEqual([
      expect.objectContaining({ key: 'authentication.allowAnonymous', source: 'NODE_ENV' }),
    ]);
  });
});

describe('the options', () => {
  test('have a flag, a variable and a description each, no two alike', () => {
    const flags = new Set(configOptions.map(({ flag }) => flag));
    const variables = new Set(configOptions.map(({ environment }) => environment));
    expect([flags.size, variables.size]).toEqual([configOptions.length, configOptions.length]);
    for (const { description } of configOptions) expect(description).toMatch(/\.$|\)\.$/);
  });

  test('are the rows of the table', () => {
    const keys = [...configurationTable().matchAll(/^\| `([\w.]+)` +\|/gm)].map(([, key]) => key);
    expect(keys).toEqual(configOptions.map(({ key }) => key));
  });
});
