import { afterEach, describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';

import { failure } from '../../src/errors/index.ts';
import type { DocumentationServices } from '../../src/http/documentation-routes.ts';
import { addDocumentationRoutes } from '../../src/http/documentation-routes.ts';

const reader = { agency: 'housing', roles: ['housing-caseworker'] };
const refused = { kind: 'refused', failure: failure('UNAUTHENTICATED') } as const;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Serving {
  readonly isOpen?: boolean;
  /** Whether people sign in by a browser; the cookie of a session is then "good". */
  readonly hasSessions?: boolean;
}

/** Asks documentation that tells who reads what. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>>,
  { isOpen = false, hasSessions = true }: Serving = {},
) {
  const server = fastify();
  server.decorate('phase', { isDraining: false });
  const sessions = {
    view: async ({ cookie }: { readonly cookie?: string | undefined }) =>
      cookie === 'good' ? { kind: 'found', session: reader } : refused,
  };
  const services = {
    isOpen,
    authenticator: { authenticate: async () => refused },
    sessions: hasSessions ? sessions : null,
    read: async (wanted: object) => ({
      status: 200,
      mediaType: 'application/json',
      body: JSON.stringify(wanted),
    }),
  };
  const layout = { stylesheet: null, hasExplorer: false };
  addDocumentationRoutes(server, services as unknown as DocumentationServices, layout);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  closers.push(async () => server.close());
  const response = await fetch(`${url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}

const ofBrowser = { accept: 'text/html,application/xhtml+xml' };

describe('the documentation over HTTP', () => {
  test('is read by who signed in by a browser', async () => {
    const { text } = await ask('/docs/types/Resident', { cookie: 'good' });
    expect(JSON.parse(text)).toEqual({ path: '/docs/types/Resident', find: '', reader });
  });

  test('sends a browser to sign in, and back to what it asked for', async () => {
    const { status, location } = await ask('/docs/search?find=MDS+5', ofBrowser);
    expect(status).toBe(303);
    expect(location).toBe('/sign-in?return=%2Fdocs%2Fsearch%3Ffind%3DMDS%2B5');
  });

  test.each([
    ['a program', {}, true],
    ['a browser where nobody signs in by one', ofBrowser, false],
  ])('is refused to %s', async (_, headers, hasSessions) => {
    const { status, text } = await ask('/docs', headers, { hasSessions });
    expect(status).toBe(401);
    expect(text).not.toContain('reader');
  });

  test.each([
    ['whoever sends nothing', {}, null],
    ['whoever sends a token that does not count', { authorization: 'Bearer no' }, null],
    ['who signed in, as themself', { cookie: 'good' }, reader],
  ])('where it is open, is read by %s', async (_, headers, expected) => {
    const { text } = await ask('/docs', headers, { isOpen: true });
    expect(JSON.parse(text)).toMatchObject({ reader: expected });
  });

  test('looks for no more than a hundred letters', async () => {
    const { text } = await ask(`/docs/search?find=${'a'.repeat(5000)}`, {}, { isOpen: true });
    expect(JSON.parse(text)).toMatchObject({ find: 'a'.repeat(100) });
  });
});
