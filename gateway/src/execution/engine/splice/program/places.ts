import type { FieldLayout, ObjectLayout } from '../layout/index.ts';
import { Unspliceable } from '../unspliceable.ts';

/** A place in the merged answer: its keys from the root, and the layout of the objects that stand there. */
export interface Place {
  readonly path: string;
  readonly base: ObjectLayout;
}

/** A field of the objects at a place, and which fetch's answer has it. */
export interface FoundField {
  /** Where in the record at the place the fetch's answer is joined; 0 if the record itself has the field. */
  readonly join: number;
  readonly field: FieldLayout;
  /** The number of fields beside it. */
  readonly among: number;
}

/** A fetch that completes the objects at a place. */
interface JoinedFetch {
  readonly fetch: number;
  readonly layout: ObjectLayout;
}

/** Which fetch's answer has what, at each place of the merged answer. */
export class Places {
  readonly #joined = new Map<string, JoinedFetch[]>();

  /** Makes known that a fetch completes the objects at a path. */
  join(path: string, fetch: number, layout: ObjectLayout): void {
    const known = this.#joined.get(path);
    if (known) known.push({ fetch, layout });
    else this.#joined.set(path, [{ fetch, layout }]);
  }

  /** Every answer that has a field of a type at a place, of those that may be looked at. */
  find(
    { path, base }: Place,
    typeName: string,
    key: string,
    isAllowed: (fetch: number) => boolean,
  ): readonly FoundField[] {
    const joined = (this.#joined.get(path) ?? []).filter(({ fetch }) => isAllowed(fetch));
    return [
      ...fieldOf(base, typeName, key, 0),
      ...joined.flatMap(({ fetch, layout }) => fieldOf(layout, typeName, key, joinSlot(base, fetch))),
    ];
  }
}

function fieldOf(
  { variants }: ObjectLayout,
  typeName: string,
  key: string,
  join: number,
): readonly FoundField[] {
  const fields = variants.find((variant) => variant.typeName === typeName)?.fields ?? [];
  const field = fields.find((candidate) => candidate.key === key);
  return field ? [{ join, field, among: fields.length }] : [];
}

/** Where in a record a fetch's answer is joined. */
export function joinSlot({ joins, fieldsEnd }: ObjectLayout, fetch: number): number {
  const known = joins.indexOf(fetch);
  return fieldsEnd + (known === -1 ? joins.push(fetch) - 1 : known);
}

/** The place of the objects that a field holds, of themselves or in a list. @throws Unspliceable */
export function placeInside(place: Place, { key, value }: FieldLayout): Place & { readonly isList: boolean } {
  const isList = value.kind === 'list';
  const base = isList ? value.item?.object : value.object;
  if (!base) throw new Unspliceable('There are lists in a list.');
  return { path: pathInside(place.path, key), base, isList };
}

/** A path with one key more. */
export function pathInside(path: string, key: string): string {
  return `${path}.${key}`;
}
