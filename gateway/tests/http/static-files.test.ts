import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fastify, type FastifyInstance } from 'fastify';
import type { Config } from '../../src/config/index.ts';
import { addLoadShedding } from '../../src/http/load-shedding.ts';
import { addPageRoutes } from '../../src/http/static-files/index.ts';

describe('the built page', () => {
  let folder: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'resident-graph-built-'));
    await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.js'), 'not to be sent');
    await writeFile(join(folder, 'dist', 'trusted-documents.json'), '{}');
    await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>Resident Graph</title>');
    await writeFile(join(folder, 'dist', 'assets', 'page-ABC123.js'), 'export const one = 1;\n'.repeat(50));
    server = fastify();
    addPageRoutes(server, join(folder, 'dist'));
    await server.listen({ host: '127.0.0.1', port: 0 });
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    '/',
    '/residents/ABC',
    '/residents/ABC/consent',
    '/agreements',
    '/agreements/an-agreement',
    '/simulator',
    '/reviews',
    '/ledger',
    '/uses',
    '/sharing',
    '/agencies',
    '/signed-in',
  ])(
    'is sent for its screen %s, under a policy without unsafe-*, and asked for again each time',
    async (url) => {
      const { statusCode, headers, body } = await ask(server, { url });
      expect(statusCode).toBe(200);
      expect(body).toContain('<title>Resident Graph</title>');
      expect(headers['content-security-policy']).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      );
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  test('is sent with its files by a gateway that takes no more requests', async () => {
    const busy = fastify();
    busy.decorate('phase', { isDraining: false });
    await addLoadShedding(busy, { maximumRequests: 0, maximumDelayMilliseconds: 60_000 } as Config['http']);
    addPageRoutes(busy, join(folder, 'dist'));
    busy.get('/session', () => 'somebody');
    await busy.listen({ host: '127.0.0.1', port: 0 });
    const statuses = await Promise.all(
      ['/', '/residents/ABC', '/assets/page-ABC123.js', '/session'].map(
        async (url) => (await ask(busy, { url })).statusCode,
      ),
    );
    await busy.close();
    expect(statuses).toEqual([200, 200, 200, 503]);
  });

  test('lets browsers keep for good what carries a hash in its name', async () => {
    const { statusCode, headers } = await ask(server, { url: '/assets/page-ABC123.js' });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    ['gzip, br', 'gzip'],
    ['gzip;q=0', undefined],
    ['', undefined],
  ])('compresses for those who accept it: %p', async (accepted, encoding) => {
    const { headers } = await ask(server, {
      url: '/assets/page-ABC123.js',
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept-encoding');
  });

  test.each([
    '/assets/../index.html',
    '/assets/..%2f..%2fsecret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets//etc/passwd',
    '/assets/..\\..\\secret.js',
    '/trusted-documents.json',
    '/secret.js',
    '/assets/',
    '/assets',
  ])('sends nothing that is not of it: %s', async (url) => {
    const { statusCode, body } = await ask(server, { url });
    expect(statusCode).toBe(404);
    expect(body).not.toContain('not to be sent');
  });

  test('is not there where nothing was built', async () => {
    const bare = fastify();
    addPageRoutes(bare, join(folder, 'nothing'));
    await bare.listen({ host: '127.0.0.1', port: 0 });
    expect((await ask(bare, { url: '/' })).statusCode).toBe(404);
    await bare.close();
  });
});

/** Sends a path as it is written: a URL would be straightened before it is sent. */
async function ask(
  server: FastifyInstance,
  { url, headers = {} }: { readonly url: string; readonly headers?: IncomingHttpHeaders },
): Promise<{ readonly statusCode: number; readonly headers: IncomingHttpHeaders; readonly body: string }> {
  const address = server.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: url, headers, agent: false }, (response) => {
      text(response).then(
        (body) => resolve({ statusCode: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    }).on('error', reject);
  });
}
