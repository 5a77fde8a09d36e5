import type { RecordTable } from '../columns/index.ts';
import type { Comparison } from '../comparison/index.ts';
import type { LinkageModel } from './model.ts';

/** How common the values of a record are among other people's records. */
export interface Frequencies {
  /** By comparison: the share of records with the record's value; null where values have no frequencies. */
  readonly shares: readonly (((record: number) => number) | null)[];
  /**
   * How much commoner the record's given name and surname are together than one by one would make them, in bits:
   * names come from families and languages, and Thị Nguyễns are no accident.
   */
  readonly togetherness: (record: number) => number;
}

const cells = 1 << 23;

/**
 * Counts the values of a table. The records that a person has on average are taken from each count: a rare surname
 * that ten records share is one person's ten records, and no commoner than one that a single record has.
 */
export function frequenciesOf(
  table: RecordTable,
  comparisons: readonly Comparison[],
  model: LinkageModel,
): Frequencies {
  const others = (2 * model.share.same * model.pairs) / model.records;
  const agreeing = (name: string): number =>
    model.comparisons.find((comparison) => comparison.name === name)?.same[0] ?? 1;
  const shares = comparisons.map(({ frequency, name }) => {
    if (frequency === null) return null;
    const column = table.columns[frequency];
    const { counts } = column;
    const all = counts.subarray(1).reduce((sum, count) => sum + count, 0);
    const own = (others * agreeing(name) * all) / table.count;
    return (record: number) => Math.max(1, counts[column.code(record)]! - own) / all;
  });
  const ownOfBoth = others * agreeing('givenName') * agreeing('surname');
  return { shares, togetherness: togethernessOf(table, ownOfBoth) };
}

function togethernessOf(table: RecordTable, own: number): Frequencies['togetherness'] {
  const { given, surname } = table.columns;
  // Counted by hash: two pairs of names in one cell make both look a little commoner, which is the safe side.
  const together = new Uint16Array(cells);
  const cell = (record: number): number =>
    (Math.imul(given.code(record), 0x9e3779b1) ^ Math.imul(surname.code(record), 0x85ebca6b)) >>> 9;
  for (let record = 0; record < table.count; record += 1) {
    const at = cell(record);
    if (together[at]! < 0xffff) together[at]! += 1;
  }
  return (record) => {
    const apart = (given.counts[given.code(record)]! * surname.counts[surname.code(record)]!) / table.count;
    return Math.max(0, Math.log2(Math.max(1, together[cell(record)]! - own) / Math.max(1, apart)));
  };
}
