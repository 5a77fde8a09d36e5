import { expect, test } from '@jest/globals';

import { createComposer } from '../../src/supergraph/composer.ts';

const schema = {
  name: 'people',
  url: 'http://127.0.0.1:1',
  file: 'people.graphql',
  sdl: 'type Query { a: Int }',
};

test('a composer whose thread has ended composes again with a new one', async () => {
  const composer = createComposer();
  await expect(composer.compose(null as never)).rejects.toThrow();
  await expect(composer.compose([schema])).resolves.toMatchObject({ kind: 'composed' });
  await composer.close();
});

test('a composer that is closed while it is asked answers with an error', async () => {
  const composer = createComposer();
  const asked = expect(composer.compose([schema])).rejects.toThrow();
  await composer.close();
  await asked;
});
