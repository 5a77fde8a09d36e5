import type { FastifyInstance } from 'fastify';

import { addBuiltFile } from './add-built-file.ts';
import { readBuiltFiles } from './built-files.ts';

/** The screens of the page: it draws each of them itself, by its path. Some files load their screen with the page. */
const screens = {
  '/': 'home.html',
  '/signed-in': 'index.html',
  '/agreements': 'index.html',
  '/agreements/:id': 'index.html',
  '/simulator': 'index.html',
  '/reviews': 'index.html',
  '/ledger': 'index.html',
  '/uses': 'index.html',
  '/sharing': 'index.html',
  '/agencies': 'index.html',
  '/residents/:id': 'resident.html',
  '/residents/:id/:screen': 'index.html',
} as const;

/** What the page may do: load what the gateway built, and ask the gateway. Nothing inline, nothing from elsewhere. */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-cache',
};

/** The name of an asset carries the hash of what is in it, so it never changes. */
const assetHeaders = { 'cache-control': 'public, max-age=31536000, immutable' };

/**
 * Serves the built page, where it was built. Every file has a route of its own and is held in memory: no part
 * of a request's path ever reaches the file system.
 */
export function addPageRoutes(server: FastifyInstance, folder: string): void {
  const built = readBuiltFiles(folder);
  if (built === null) return;
  for (const [url, name] of Object.entries(screens))
    addBuiltFile(server, url, pageHeaders, built.pages.get(name) ?? built.page);
  for (const [name, file] of built.assets) addBuiltFile(server, `/assets/${name}`, assetHeaders, file);
}
