import {
  RecordTable,
  emptyRecord,
  personComparisons,
  type LinkageModel,
  type PersonRecord,
} from '../linkage/index.ts';

/** How two records compare in one respect; no value of either. */
type Agreement = 'AGREES' | 'NEARLY' | 'DIFFERS' | 'MISSING';

export interface Evidence {
  /** The comparison, as the linkage model names it. */
  readonly field: string;
  /** The level; null where one of the two lacks the value. */
  readonly level: string | null;
  readonly agreement: Agreement;
  /** Whether the level speaks against one person, however alike the rest is. */
  readonly contradicts: boolean;
  /**
   * What the level weighs on average, in bits; null where it is missing or no model is known. Never by how rare the
   * value is, which would tell of the value.
   */
  readonly weight: number | null;
}

/** Compares two records by their levels alone. */
export function compareRecords(one: string, other: string, model: LinkageModel | null): readonly Evidence[] {
  const table = new RecordTable(2);
  for (const person of [one, other])
    table.add({ ...emptyRecord, ...(JSON.parse(person) as Partial<PersonRecord>) });
  return personComparisons.map(({ name, levels, contradicting, bind }, at): Evidence => {
    const place = bind(table)(0, 1);
    const level = levels[place] ?? null;
    const contradicts = level !== null && contradicting.includes(level);
    return {
      field: name,
      level,
      agreement: contradicts ? 'DIFFERS' : agreementOf(place, levels.length),
      contradicts,
      weight: level === null ? null : weightOf(model, at, place),
    };
  });
}

function agreementOf(place: number, levels: number): Agreement {
  if (place < 0) return 'MISSING';
  if (place === 0) return 'AGREES';
  return place === levels - 1 ? 'DIFFERS' : 'NEARLY';
}

function weightOf(model: LinkageModel | null, comparison: number, level: number): number | null {
  const parameters = model?.comparisons[comparison];
  const [same, strangers] = [parameters?.same[level], parameters?.strangers[level]];
  if (same === undefined || strangers === undefined) return null;
  return Math.round(Math.log2(same / strangers) * 10) / 10;
}
