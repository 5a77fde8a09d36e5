import { emptyRecord, type PersonRecord } from '../linkage/index.ts';

/**
 * What is kept of a record: the elements that linkage compares, and nothing else that its agency may have sent. In the
 * order in which `PersonRecord` has them, so that what did not change reads the same.
 */
export function personText(person: PersonRecord): string {
  const elements = Object.keys(emptyRecord) as (keyof PersonRecord)[];
  return JSON.stringify(Object.fromEntries(elements.map((name) => [name, person[name] ?? null])));
}
