import { createRequire } from 'node:module';

type Undici = typeof import('undici');

const require = createRequire(import.meta.url);

let library: Undici | undefined;

/** Loaded when it is chosen: it takes some 10 MB and a tenth of a second, and most gateways do without it. */
export function undici(): Undici {
  return (library ??= require('undici') as Undici);
}
