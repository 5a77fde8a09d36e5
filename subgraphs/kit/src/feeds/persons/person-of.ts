import type { NumberTokens } from '../../tokens/index.ts';
import type { IdentityKey } from '../identity-key.ts';
import type { PersonDeclaration, PersonElement } from './person-declaration.ts';
import { personElements } from './person-declaration.ts';

/** A person as the index is told of them: what the agency has of the elements that it may tell. */
export type OfferedPerson = Readonly<
  Partial<Record<Exclude<PersonElement, 'socialSecurityNumber'>, string>> & {
    socialSecurityNumber?: NumberTokens;
  }
>;

export type PersonRow = Readonly<Record<string, string | number | null>>;

/** What a row says of a person, in the order of the elements; without what it does not say. */
export function personOf(
  row: PersonRow,
  { elements }: PersonDeclaration,
  { tokens }: IdentityKey,
): OfferedPerson {
  const said = personElements.flatMap((name) => {
    const text = textOf(row, elements[name]);
    const value = text !== null && name === 'socialSecurityNumber' ? tokens(text) : text;
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

/** The columns that `personOf` reads. */
export function columnsOf({ key, elements }: PersonDeclaration): readonly string[] {
  const columns = Object.values(elements).map((place) => (typeof place === 'string' ? place : place.column));
  return [...new Set([key, ...columns])];
}

const longest = 200;

function textOf(row: PersonRow, place: PersonDeclaration['elements'][PersonElement]): string | null {
  if (place === undefined) return null;
  const value = row[typeof place === 'string' ? place : place.column] ?? null;
  if (value === null) return null;
  const text = typeof place === 'string' ? String(value) : place.read(value);
  const trimmed = text?.trim().slice(0, longest) ?? '';
  return trimmed === '' ? null : trimmed;
}
