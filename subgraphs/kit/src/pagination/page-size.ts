import { badUserInput } from '../errors/index.ts';

const byDefault = 20;
const most = 200;

/** How many entries a page has: 20 when nothing is asked, 1 to 200 otherwise. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? byDefault;
  if (Number.isInteger(size) && size >= 1 && size <= most) return size;
  throw badUserInput(`The argument first is a number from 1 to ${most}.`, 'first');
}
