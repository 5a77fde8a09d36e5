import type { FastifyInstance } from 'fastify';

import { addBuiltFile } from './add-built-file.ts';
import { readBuiltFiles } from './built-files.ts';

/**
 * What the explorer may do: its editor writes styles into the page and works in files of its own. Scripts come from
 * here alone, and nothing is fetched from elsewhere.
 */
const explorerHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-cache',
};

/** Names of workers stay while what is in them changes, so browsers ask each time. */
const assetHeaders = { 'cache-control': 'no-cache' };

/** Serves the built explorer; where it was not built, a page that says so. */
export function addExplorerRoutes(server: FastifyInstance, folder: string): void {
  const built = readBuiltFiles(folder);
  if (built === null) {
    server.get('/explorer', (_, reply) => reply.code(404).type('text/html; charset=utf-8').send(notBuilt));
    return;
  }
  addBuiltFile(server, '/explorer', explorerHeaders, built.page);
  for (const [name, file] of built.assets)
    addBuiltFile(server, `/explorer/assets/${name}`, assetHeaders, file);
}

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The explorer is not built</title>
<main>
<h1>The explorer is not built</h1>
<p>This gateway has it turned on (http.explorer), but its files are not there. Whoever runs the gateway builds them
once with <code>npm run build:explorer</code> and starts it again.</p>
</main>
</html>
`;
