import type { Database } from '../../../src/governance/index.ts';

/** Of whom the index has something, once for each row. */
export async function residentsIn(database: Database): Promise<readonly unknown[]> {
  const rows = await Promise.all(
    ['ledger_disclosures', 'ledger_acts'].map(async (table) =>
      database(table).whereNotNull('resident_id').orderBy('resident_id').select('resident_id'),
    ),
  );
  return rows.flat().map(({ resident_id: id }: { resident_id: string }) => id);
}
