import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '@resident-graph/subgraph-kit';

import { requireDriver } from '../src/database/require-driver.ts';

const missing = (): never => {
  throw new Error('not found');
};

describe('opening a database', () => {
  test.each(['oracle://x/y', 'mongodb://x'])('the unknown scheme of %s is named', (url) => {
    expect(() => openDatabase(url)).toThrow(url.slice(0, url.indexOf('//')));
  });

  test.each(['', 'residents.sqlite', '/path/file', 'sqlite:', 'postgres:'])(
    '%j is no URL of a database',
    (url) => {
      expect(() => openDatabase(url)).toThrow('database URL');
    },
  );

  test('a missing driver is an error that names the package to install', () => {
    expect(() => requireDriver('mysql2', missing)).toThrow('npm install mysql2');
  });
});
