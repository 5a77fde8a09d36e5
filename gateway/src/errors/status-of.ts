import { entryOf } from './catalogue.ts';
import type { Failure } from './failure.ts';

/** The HTTP status of an answer that consists of this failure alone; an operator's failure is a 500. */
export function statusOf(inner: Failure): number {
  const entry = entryOf(inner.code);
  return entry.audience === 'client' ? entry.status : 500;
}
