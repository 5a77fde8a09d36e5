import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';

/** The browser in which the page is tried: Debian's Chromium, or what CHROMIUM names. */
export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * Tests that need the browser. Without one they fail where everything has to be tried (CI=true), and are left
 * out with a word about it elsewhere.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(chromiumPath)) describe(name, tests);
  else if (process.env['CI'] === 'true')
    test(`${name}: the browser is there`, () => expect(`${chromiumPath} is missing`).toBe('there'));
  else {
    process.stderr.write(
      `Left out, because there is no ${chromiumPath} (apt-get install chromium): ${name}\n`,
    );
    describe.skip(name, tests);
  }
}
