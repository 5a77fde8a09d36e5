import { hashLength } from '../tree/index.ts';
import type { ProblemCode } from './problem.ts';

/** How the records of the segments differ from those that were published, at the first that does. */
export interface Difference {
  readonly code: Extract<
    ProblemCode,
    'RECORD_ALTERED' | 'RECORD_REMOVED' | 'RECORD_INSERTED' | 'RECORDS_SWAPPED'
  >;
  readonly message: string;
}

/**
 * Tells by leaf hashes what became of records.
 *
 * @param found - hashes of the records that stand there, from the first that differs on
 * @param published - hashes that tiles have from the same place on
 */
export function howItDiffers(found: Buffer, published: Buffer, sequence: number): Difference {
  const [is, was] = [hashesOf(found), hashesOf(published)];
  const [firstIs = '', firstWas = ''] = [is[0], was[0]];
  const [cameFrom, wentTo] = [was.indexOf(firstIs), is.indexOf(firstWas)];
  if (cameFrom > 0 && wentTo > 0) {
    const isSwap = cameFrom === wentTo;
    const message = isSwap
      ? `Records ${sequence} and ${sequence + cameFrom} are swapped.`
      : `Record ${sequence + cameFrom} stands where record ${sequence} was, which now stands ${wentTo} later.`;
    return { code: 'RECORDS_SWAPPED', message };
  }
  if (cameFrom > 0) {
    const what =
      cameFrom === 1 ? `Record ${sequence} is` : `Records ${sequence} to ${sequence + cameFrom - 1} are`;
    return { code: 'RECORD_REMOVED', message: `${what} not there any more; what follows is.` };
  }
  if (wentTo > 0) {
    const what = wentTo === 1 ? 'A record that was' : `${wentTo} records that were`;
    return { code: 'RECORD_INSERTED', message: `${what} never published stands before record ${sequence}.` };
  }
  const message = `Record ${sequence} is another: its leaf hash is ${firstIs}, and ${firstWas} was published.`;
  return { code: 'RECORD_ALTERED', message };
}

function hashesOf(bytes: Buffer): readonly string[] {
  return Array.from({ length: bytes.length / hashLength }, (_, index) =>
    bytes.subarray(index * hashLength, (index + 1) * hashLength).toString('hex'),
  );
}
