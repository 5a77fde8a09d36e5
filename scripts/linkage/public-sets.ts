import { join } from 'node:path';

import {
  createNumberTokenizer,
  emptyRecord,
  type PersonRecord,
} from '@resident-graph/residents-subgraph/linkage';

import { readCsv, type CsvRow } from './read-csv.ts';

/** A public set of records with the truth of who is whom. */
export interface PublicSet {
  readonly name: string;
  readonly read: (folder: string) => Promise<TrueRecords>;
}

export interface TrueRecords {
  readonly records: readonly PersonRecord[];
  /** The person of each record. */
  readonly truth: readonly string[];
  /** How many records are of the first of two sources, each without duplicates; null where there is one source. */
  readonly ofFirstSource: number | null;
}

// The sets are public, so their key is no secret.
const tokenize = createNumberTokenizer(new Uint8Array(32).fill(7));

/** The sets that the benchmark measures, all by the same settings. */
export const publicSets: readonly PublicSet[] = [
  {
    name: 'febrl4',
    read: async (folder) => {
      const first = await readCsv(join(folder, 'dataset4a.csv'));
      const second = await readCsv(join(folder, 'dataset4b.csv'));
      return { ...fromFebrl([...first, ...second]), ofFirstSource: first.length };
    },
  },
  { name: 'febrl3', read: async (folder) => fromFebrl(await readCsv(join(folder, 'dataset3.csv'))) },
  {
    name: 'fake_1000',
    read: async (folder) => {
      const rows = await readCsv(join(folder, 'fake_1000.csv'));
      return clustered(rows, (row) => ({
        given: value(row, 'first_name'),
        surname: value(row, 'surname'),
        birthDate: value(row, 'dob'),
        city: value(row, 'city'),
        email: value(row, 'email'),
      }));
    },
  },
  {
    name: 'historical_50k',
    read: async (folder) => {
      const rows = await readCsv(join(folder, 'historical_50k.csv'));
      return clustered(rows, (row) => ({
        given: value(row, 'first_name'),
        surname: value(row, 'surname'),
        birthDate: value(row, 'dob'),
        sex: value(row, 'gender'),
        postalCode: value(row, 'postcode_fake'),
        birthPlace: value(row, 'birth_place'),
        occupation: value(row, 'occupation'),
      }));
    },
  },
];

function fromFebrl(rows: readonly CsvRow[]): TrueRecords {
  const records = rows.map((row): PersonRecord => {
    const number = value(row, 'soc_sec_id');
    const line = [value(row, 'street_number'), value(row, 'address_1')].filter((part) => part !== null);
    return {
      ...emptyRecord,
      given: value(row, 'given_name'),
      surname: value(row, 'surname'),
      birthDate: value(row, 'date_of_birth'),
      socialSecurityNumber: number === null ? null : tokenize(number),
      addressLine: line.join(' ') || null,
      city: value(row, 'suburb'),
      postalCode: value(row, 'postcode'),
    };
  });
  const truth = rows.map((row) => value(row, 'rec_id')?.split('-')[1] ?? '');
  return { records, truth, ofFirstSource: null };
}

function clustered(rows: readonly CsvRow[], read: (row: CsvRow) => Partial<PersonRecord>): TrueRecords {
  return {
    records: rows.map((row) => ({ ...emptyRecord, ...read(row) })),
    truth: rows.map((row) => value(row, 'cluster') ?? ''),
    ofFirstSource: null,
  };
}

function value(row: CsvRow, name: string): string | null {
  return row[name] ?? null;
}
