import { expect } from '@jest/globals';

/** Expects that something is refused with a code of the catalogue. */
export async function refusedWith(code: string, work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: 'Failure', code });
}
