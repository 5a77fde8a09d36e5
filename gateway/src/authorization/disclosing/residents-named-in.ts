import type { MergedSelections } from '../pruning/index.ts';
import { residentType } from '../pruning/index.ts';
import type { NamedPlace } from './named-place.ts';

/** Whom an answer names. */
export interface NamedResidents {
  readonly found: readonly NamedPlace[];
  /** Whether something in it didn't tell whom it is about. */
  readonly hasUnnamed: boolean;
}

type Value = Readonly<Record<string, unknown>>;

/** Every resident whom an answer to a pruned operation names, once for each place. */
export function residentsNamedIn(
  data: unknown,
  selections: MergedSelections,
  typeKey: string,
): NamedResidents {
  const found = new Map<string, NamedPlace>();
  let hasUnnamed = false;
  const add = (place: number, residentId: unknown): void => {
    if (typeof residentId === 'string') found.set(`${place} ${residentId}`, { place, residentId });
    else hasUnnamed = true;
  };
  const visit = (value: unknown, within: MergedSelections): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, within);
    else if (isObject(value)) visitObject(value, within);
  };
  const visitObject = (object: Value, within: MergedSelections): void => {
    const typeName = within.onlyType ?? object[typeKey];
    if (typeof typeName !== 'string') return;
    for (const { number, idName, through } of within.identified) {
      const resident = through === null ? object : object[through];
      const isResident = through !== null || typeName === residentType;
      if (isResident) add(number, isObject(resident) ? resident[idName] : null);
    }
    for (const { responseName, selections: below } of within.fieldsOf(typeName)) {
      if (below?.needsRestoring) visit(object[responseName], below);
    }
  };
  visit(data, selections);
  return { found: [...found.values()], hasUnnamed };
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
