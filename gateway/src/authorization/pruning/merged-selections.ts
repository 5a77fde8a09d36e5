import { isSelected } from './condition.ts';
import type { GivenArgument, Identified, Selections, Verdict } from './selections.ts';

/** A field of an answer, merged from all places that select it. */
export interface MergedField {
  readonly responseName: string;
  readonly isNonNull: boolean;
  readonly verdict: Verdict;
  readonly selections: MergedSelections | null;
  readonly arguments: readonly GivenArgument[];
}

/** What is selected of one object of an answer, with the variables of one request. */
export class MergedSelections {
  readonly asksId: boolean;
  /** The response name of the resident's id, where it is asked for. */
  readonly idName: string;
  /** Each of the places that the object stands at. */
  readonly identified: readonly Identified[];
  readonly needsRestoring: boolean;
  readonly hasDependents: boolean;
  /** The object's type, if it can only have one. */
  readonly onlyType: string | null;
  /** Every type that the object can have. */
  readonly types: ReadonlySet<string>;
  readonly #parts: readonly Selections[];
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #fields = new Map<string, readonly MergedField[]>();

  constructor(parts: readonly Selections[], variables: Readonly<Record<string, unknown>>) {
    this.#parts = parts;
    this.#variables = variables;
    this.asksId = parts.some(({ asksId }) => asksId);
    this.idName = parts.find(({ asksId }) => asksId)?.idName ?? '';
    this.identified = parts.flatMap(({ identified }) => identified ?? []);
    this.needsRestoring = parts.some(({ needsRestoring }) => needsRestoring);
    this.hasDependents = parts.some((part) => part.hasDependents);
    this.types = parts[0]?.types ?? new Set();
    const [type, ...others] = this.types;
    this.onlyType = others.length === 0 ? (type ?? null) : null;
  }

  /** The fields of an object of a type, in the order of the answer (https://spec.graphql.org/October2021/#CollectFields()). */
  fieldsOf(typeName: string): readonly MergedField[] {
    const known = this.#fields.get(typeName);
    if (known !== undefined) return known;
    const fields = this.#merge(typeName);
    this.#fields.set(typeName, fields);
    return fields;
  }

  #merge(typeName: string): readonly MergedField[] {
    const found = new Map<string, { field: MergedField; parts: Selections[] }>();
    for (const field of this.#parts.flatMap(({ fields }) => fields)) {
      const verdict = field.verdicts.get(typeName);
      if (verdict === undefined || !isSelected(field.conditions, this.#variables)) continue;
      const { responseName, isNonNull } = field;
      const known = found.get(responseName);
      const parts = [...(known?.parts ?? []), ...(field.selections ? [field.selections] : [])];
      const merged = { responseName, isNonNull, selections: null, arguments: field.arguments };
      found.set(responseName, {
        field: { ...merged, verdict: stricter(known?.field.verdict, verdict) },
        parts,
      });
    }
    return [...found.values()].map(({ field, parts }) =>
      parts.length === 0 ? field : { ...field, selections: new MergedSelections(parts, this.#variables) },
    );
  }
}

/** One place can be withheld for what it holds, and another place of the same field not. */
function stricter(first: Verdict | undefined, second: Verdict): Verdict {
  return first?.kind === 'deny' ? first : second;
}
