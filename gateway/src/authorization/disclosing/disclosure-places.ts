import type { Category } from '../categories/index.ts';
import type { Denial, Permit, ResidentDecisions, Undetermined } from '../policy/index.ts';
import { decideFor, isSelected, namedResidents } from '../pruning/index.ts';
import type { PrunedOperation, SelectedField, Selections, Verdict } from '../pruning/index.ts';
import { residentType } from '../pruning/index.ts';
import { TermsBuilder } from './disclosure-terms.ts';
import type { NamedPlace } from './named-place.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Something that an operation asks for of a resident, decided as far as it can be without knowing which. */
interface AskedField {
  readonly coordinate: string;
  readonly verdict: Verdict;
  readonly conditions: SelectedField['conditions'];
  /** Shown only where this is. */
  readonly below: readonly AskedField[];
}

/** A place at which an operation meets residents. */
interface Place {
  readonly fields: readonly AskedField[];
  readonly dependsOnResident: boolean;
  readonly isConditional: boolean;
}

/** What decisions at places are worked out by. */
export interface PlaceSources {
  readonly categoriesOf: (coordinate: string) => readonly Category[];
  readonly ofField: (coordinate: string) => Permit | Denial | Undetermined;
}

/** What was decided about one resident at one place. */
export interface PlaceTerms {
  readonly text: string;
  /** Whether nothing is permitted. */
  readonly isDenied: boolean;
  readonly permitted: readonly string[];
  /** Those of them that were permitted because of facts about the resident. */
  readonly permittedByFacts: readonly string[];
}

/**
 * The places at which a pruned operation meets residents, each with what is asked there of a resident: the fields
 * of the resident and of what stands below, up to the next resident. A place that denies a resident as a whole has
 * only the field by which they would have been reached.
 */
export class DisclosurePlaces {
  readonly #sources: PlaceSources;
  readonly #places = new Map<number, Place>();
  readonly #reaching: { readonly number: number; readonly field: SelectedField }[] = [];
  readonly #settled = new Map<number, PlaceTerms>();
  #lastNumber = 0;

  constructor({ selections }: PrunedOperation, sources: PlaceSources) {
    this.#sources = sources;
    this.#find(selections);
  }

  /** Whether what is asked at a place depends on who the resident is. */
  dependsOnResident(number: number): boolean {
    return this.#places.get(number)?.dependsOnResident ?? true;
  }

  /** Whether a place is no part of the answer but a field by which residents would have been reached. */
  isReach(number: number | undefined): boolean {
    return number !== undefined && number < 0;
  }

  /** The residents whom the arguments of fields name that may be withheld as a whole. */
  named(variables: Variables): readonly NamedPlace[] {
    return this.#reaching.flatMap(({ number, field }) => {
      if (!isSelected(field.conditions, variables)) return [];
      const ids = namedResidents(field.arguments, variables).filter((id) => typeof id === 'string');
      return ids.map((residentId) => ({ place: number, residentId }));
    });
  }

  /** @throws RangeError if the operation has no such place */
  termsAt(number: number, resident: ResidentDecisions | null, variables: Variables): PlaceTerms {
    const place = this.#places.get(number);
    if (place === undefined) throw new RangeError('The operation has no such place.');
    const isSettled = !place.dependsOnResident && !place.isConditional;
    const known = isSettled ? this.#settled.get(number) : undefined;
    if (known) return known;
    const terms = this.#decided(place, resident, variables);
    if (isSettled) this.#settled.set(number, terms);
    return terms;
  }

  #decided({ fields }: Place, resident: ResidentDecisions | null, variables: Variables): PlaceTerms {
    const builder = new TermsBuilder(this.#sources.categoriesOf);
    const permitted: string[] = [];
    const permittedByFacts: string[] = [];
    const visit = ({ coordinate, verdict, conditions, below }: AskedField): void => {
      if (!isSelected(conditions, variables)) return;
      const decision = this.#decide(coordinate, verdict, resident);
      builder.add(coordinate, decision);
      if (decision.kind === 'deny') return;
      permitted.push(coordinate);
      if (verdict.kind === 'depends') permittedByFacts.push(coordinate);
      for (const field of below) visit(field);
    };
    for (const field of fields) visit(field);
    return { text: builder.text(), isDenied: permitted.length === 0, permitted, permittedByFacts };
  }

  #decide(coordinate: string, verdict: Verdict, resident: ResidentDecisions | null): Permit | Denial {
    if (verdict.kind === 'deny') return verdict;
    if (verdict.kind === 'depends') return decideFor(resident, coordinate, verdict.decision);
    const decision = this.#sources.ofField(coordinate);
    if (decision.kind === 'undetermined') throw new TypeError('What is shown was never decided.');
    return decision;
  }

  #find({ fields, identified, types }: Selections): void {
    if (identified !== null) {
      const own = identified.through === null ? [residentType] : [...types];
      this.#add(identified.number, asked(fields, own));
    }
    for (const field of fields) {
      if (field.arguments.length > 0) this.#reach(field);
      if (field.selections) this.#find(field.selections);
    }
  }

  /** Places of fields that reach residents come after those that answers name. */
  #reach(field: SelectedField): void {
    this.#lastNumber -= 1;
    const [entry] = field.verdicts;
    if (!entry) return;
    const [typeName, verdict] = entry;
    const only = {
      coordinate: `${typeName}.${field.name}`,
      verdict,
      conditions: field.conditions,
      below: [],
    };
    this.#add(this.#lastNumber, [only]);
    this.#reaching.push({ number: this.#lastNumber, field });
  }

  #add(number: number, fields: readonly AskedField[]): void {
    this.#places.set(number, {
      fields,
      dependsOnResident: fields.some(dependsOnResident),
      isConditional: fields.some(isConditional),
    });
  }
}

function asked(fields: readonly SelectedField[], types: readonly string[]): readonly AskedField[] {
  return fields.flatMap(({ name, verdicts, selections, conditions }) => {
    if (name.startsWith('__')) return [];
    return types.flatMap((typeName) => {
      const verdict = verdicts.get(typeName);
      if (verdict === undefined) return [];
      const below = selections ? belowOf(selections) : [];
      return [{ coordinate: `${typeName}.${name}`, verdict, conditions, below }];
    });
  });
}

/** Another resident has a place of their own. */
function belowOf({ fields, types }: Selections): readonly AskedField[] {
  return asked(
    fields,
    [...types].filter((name) => name !== residentType),
  );
}

function dependsOnResident({ verdict, below }: AskedField): boolean {
  return verdict.kind === 'depends' || below.some(dependsOnResident);
}

function isConditional({ conditions, below }: AskedField): boolean {
  return conditions.length > 0 || below.some(isConditional);
}
