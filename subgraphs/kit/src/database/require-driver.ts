import { createRequire } from 'node:module';

import { ConfigurationError } from '../errors/index.ts';

const { resolve } = createRequire(import.meta.url);

/** Drivers are optional: an agency installs the one of its database. Says which one is missing. */
export function requireDriver(driver: string, find: (name: string) => unknown = resolve): void {
  try {
    find(driver);
  } catch {
    throw new ConfigurationError({
      place: driver,
      message: 'this database needs the driver, which is not installed.',
      remedy: `Run: npm install ${driver}`,
    });
  }
}
