import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { folders } from './folders.ts';

/** Takes away all generated operations, so that fewer can follow more. */
export async function removeGenerated(): Promise<void> {
  await rm(join(folders.operations, 'generated'), { recursive: true, force: true });
}
