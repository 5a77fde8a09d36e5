import { createRequire } from 'node:module';

import type undiciLibrary from 'undici';

type Undici = typeof undiciLibrary;

const require = createRequire(import.meta.url);

let library: Undici | undefined;

/** Loaded when it is chosen: it takes some 10 MB and a tenth of a second, and most gateways do without it. */
export function undici(): Undici {
  return (library ??= require('undici') as Undici);
}
