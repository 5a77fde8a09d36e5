import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stampOf } from './stamp-of.ts';

/**
 * Builds a folder. Nothing happens where it was built from the same sources before; otherwise it is replaced when
 * everything has gone well.
 *
 * @param sources - folders with everything that the build depends on
 * @param build - writes into the empty folder that it is given
 */
export async function buildOnce(
  builtFolder: string,
  sources: readonly string[],
  build: (folder: string) => Promise<void>,
): Promise<void> {
  const stamp = await stampOf(sources);
  const built = await readFile(join(builtFolder, 'stamp'), 'utf8').catch(() => '');
  if (built === stamp) return;
  const folder = `${builtFolder}.new-${process.pid}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build(folder);
  await writeFile(join(folder, 'stamp'), stamp);
  await rm(builtFolder, { recursive: true, force: true });
  await rename(folder, builtFolder).catch(() => rm(folder, { recursive: true, force: true }));
}
