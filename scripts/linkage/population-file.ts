import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

import {
  emptyRecord,
  type NumberTokens,
  type PersonRecord,
} from '@resident-graph/residents-subgraph/linkage';

import { createDesk, generateHouseholds } from '../population/index.ts';
import type { WrittenIdentity } from '../population/index.ts';
import { demonstrationAgencies } from '../seeding/index.ts';

/** A local record of the generated population, as written, with the person whose it is. */
export type PopulationRecord = Readonly<
  Record<Exclude<(typeof columns)[number], 'person'>, string | null>
> & { readonly person: string };

const seed = 1;
const separator = '\t';

/**
 * Writes every local record that the agencies of the demonstration make of the generated population, as their clerks
 * wrote it, one a line, until there are so many. Does nothing where the file is there.
 */
export async function writePopulationFile(file: string, records: number): Promise<void> {
  if (existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  const stream = createWriteStream(`${file}.part`);
  let written = 0;
  for (const lines of householdLines(records)) {
    const rest = lines.slice(0, records - written);
    written += rest.length;
    if (!stream.write(rest.join(''))) await once(stream, 'drain');
    if (written >= records) break;
  }
  stream.end();
  await finished(stream);
  await rename(`${file}.part`, file);
}

/** Reads them back, one after the other; a promise is waited for before the next. */
export async function readPopulationFile(
  file: string,
  take: (record: PopulationRecord) => void | Promise<void>,
): Promise<void> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const taken = take(fromLine(line));
      // oxlint-disable-next-line no-await-in-loop
      if (taken !== undefined) await taken;
    }
  }
}

/** What linkage sees of a record: all but whose it is, and its number as tokens. */
export function personRecordOf(
  written: PopulationRecord,
  tokenize: (digits: string) => NumberTokens | null,
): PersonRecord {
  const { given, middle, surname, suffix, sex, birthDate, phone, email, addressLine, city, postalCode } =
    written;
  const number = written.socialSecurityNumber;
  return {
    ...emptyRecord,
    given,
    middle,
    surname,
    suffix,
    sex,
    birthDate,
    phone,
    email,
    addressLine,
    city,
    postalCode,
    socialSecurityNumber: number === null ? null : tokenize(number),
  };
}

function* householdLines(records: number): Generator<readonly string[]> {
  for (const household of generateHouseholds({ seed, residents: records })) {
    const lines: string[] = [];
    for (const { recorder } of demonstrationAgencies) {
      const desk = createDesk({ seed, agency: recorder.agency, household: household.number });
      recorder.record(household, {
        ...desk,
        write: (person, on) => {
          const written = desk.write(person, on);
          lines.push(toLine(person.number, written));
          return written;
        },
      });
    }
    yield lines;
  }
}

/** The columns of the file, in their order. */
const columns = [
  'person',
  'given',
  'middle',
  'surname',
  'suffix',
  'sex',
  'birthDate',
  'socialSecurityNumber',
  'phone',
  'email',
  'addressLine',
  'city',
  'postalCode',
] as const;

function toLine(person: number, { address, ...written }: WrittenIdentity): string {
  const { line1, city, postalCode } = address ?? {};
  const values = { ...written, person, addressLine: line1, city, postalCode };
  return `${columns.map((column) => values[column] ?? '').join(separator)}\n`;
}

function fromLine(line: string): PopulationRecord {
  const values = line.split(separator);
  return {
    person: values[0] ?? '',
    given: values[1] || null,
    middle: values[2] || null,
    surname: values[3] || null,
    suffix: values[4] || null,
    sex: values[5] || null,
    birthDate: values[6] || null,
    socialSecurityNumber: values[7] || null,
    phone: values[8] || null,
    email: values[9] || null,
    addressLine: values[10] || null,
    city: values[11] || null,
    postalCode: values[12] || null,
  };
}
