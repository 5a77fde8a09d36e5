import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { watchFiles } from '../../src/supergraph/index.ts';

/** Watches files of a folder of its own for as long as the work takes. */
async function watching(
  names: readonly string[],
  work: (folder: string, changes: EventEmitter) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'watched-'));
  const files = names.map((name) => join(folder, name));
  for (const file of files) if (file !== join(folder, '.')) await writeFile(file, '1');
  const changes = new EventEmitter();
  const watch = await watchFiles(files, () => void changes.emit('change'));
  try {
    await work(folder, changes);
  } finally {
    await watch.close();
    await rm(folder, { recursive: true });
  }
}

test('of hundreds of files each change is told, whichever it is', async () => {
  const names = Array.from({ length: 300 }, (_, index) => String(index));
  await watching(names, async (folder, changes) => {
    for (const name of ['0', '127', '128', '299', '0']) {
      const told = once(changes, 'change');
      await writeFile(join(folder, name), 'another text');
      await told;
      const toldAgain = once(changes, 'change');
      await writeFile(join(folder, name), '1');
      await toldAgain;
    }
  });
});

test('of a folder the coming of a name is told, once', async () => {
  await watching(['.'], async (folder, changes) => {
    let count = 0;
    changes.on('change', () => (count += 1));
    const told = once(changes, 'change');
    await mkdir(join(folder, 'new'));
    await told;
    expect(count).toBe(1);
  });
});
