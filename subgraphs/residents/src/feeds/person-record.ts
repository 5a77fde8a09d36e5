import type { NumberTokens } from '@resident-graph/subgraph-kit';

import { emptyRecord, type PersonRecord } from '../linkage/index.ts';

/** What an agency says of a person in its feed; a record that was withdrawn has no person. */
export interface ReceivedPerson {
  readonly record: string;
  readonly person: PersonRecord | null;
}

const recordForm = /^[0-9a-f]{64}$/;
const longest = 200;

/** An entry of a person feed as linkage reads it; null for what is none. What it says beyond the elements is left out. */
export function receivedPerson(entry: unknown): ReceivedPerson | null {
  const { record, person } = (entry ?? {}) as { readonly record?: unknown; readonly person?: unknown };
  if (typeof record !== 'string' || !recordForm.test(record)) return null;
  if (person === null) return { record, person };
  if (typeof person !== 'object') return null;
  const said = person as Readonly<Record<string, unknown>>;
  const elements = Object.keys(emptyRecord) as (keyof PersonRecord)[];
  const values = elements.map((name) => [name, valueOf(name, said[name])]);
  return { record, person: { ...emptyRecord, ...Object.fromEntries(values) } };
}

function valueOf(name: keyof PersonRecord, value: unknown): string | NumberTokens | null {
  if (name === 'socialSecurityNumber') return isTokens(value) ? tokensOf(value) : null;
  return typeof value === 'string' && value.length <= longest ? value : null;
}

function tokensOf({ number, lastFour, successor, deletions }: NumberTokens): NumberTokens {
  return { number, lastFour, successor, deletions };
}

/** Hashes alone: what has the length of a number, or more, is none of them. */
function isTokens(value: unknown): value is NumberTokens {
  if (typeof value !== 'object' || value === null) return false;
  const { number, lastFour, successor, deletions } = value as Partial<Record<keyof NumberTokens, unknown>>;
  const areTokens = [lastFour, number ?? lastFour, successor ?? lastFour].every(isToken);
  return areTokens && Array.isArray(deletions) && deletions.length <= 12 && deletions.every(Number.isInteger);
}

/** Eight bytes. */
function isToken(value: unknown): boolean {
  return typeof value === 'string' && value.length === 8;
}
