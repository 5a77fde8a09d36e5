import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import { arrived, cookieOf, answerOf, origin, signInParts } from './world/sign-in-parts.ts';
import type { SignInParts } from './world/sign-in-parts.ts';

async function endOf({ signIn }: SignInParts, returnTo: string | undefined): Promise<string> {
  const begun = await signIn.begin(returnTo);
  if (begun.kind === 'refused') throw begun.failure;
  const query = await answerOf(begun.location, 'caseworker-1');
  const ended = await signIn.complete({ cookie: cookieOf(begun.cookie) }, query);
  return ended.kind === 'redirect' ? ended.location : ended.failure.code;
}

describe('where a browser goes after signing in', () => {
  test.each([
    ['/', '/'],
    ['/residents?tab=2#alerts', '/residents?tab=2#alerts'],
    [undefined, '/'],
    ['', '/'],
    ['residents', '/'],
    ['https://attacker.example/', '/'],
    ['//attacker.example', '/'],
    ['/\\attacker.example', '/'],
    ['/\t/attacker.example', '/'],
    ['/\n/attacker.example', '/'],
    ['/.//attacker.example', '/'],
    ['/..//attacker.example', '/'],
    ['///attacker.example', '/'],
    ['\\\\attacker.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/%2f/attacker.example', '/%2f/attacker.example'],
    ['/x\r\nset-cookie: a=b', '/xset-cookie:%20a=b'],
    ['/@attacker.example', '/@attacker.example'],
    [`/${'a'.repeat(3000)}`, '/'],
    ['/sign-in?return=/', '/'],
    ['/sign-out', '/'],
  ])('for %j is a place of this gateway', async (returnTo, expected) => {
    expect(await endOf(await signInParts(), returnTo)).toBe(`${origin}${expected}`);
  });

  test('is never another origin, whatever is asked for', async () => {
    const parts = await signInParts();
    const fragments = [
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '//',
      '\t',
      '\n',
      ' ',
      'http:',
      'attacker.example',
      '%2f',
      '?',
      '#',
      'ä',
    ];
    const text = fc.array(fc.constantFrom(...fragments), { maxLength: 8 }).map((chosen) => chosen.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (returnTo) => {
        const location = await endOf(parts, returnTo);
        expect(new URL(location, 'https://browser.example').origin).toBe(origin);
        expect(location.startsWith(`${origin}/`)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('is decided when the browser leaves: the way back cannot change it', async () => {
    const parts = await signInParts();
    const { cookie, query } = await arrived(parts);
    query.set('return', 'https://attacker.example/');
    const ended = await parts.signIn.complete({ cookie }, query);
    expect(ended).toMatchObject({ location: `${origin}/` });
  });
});
