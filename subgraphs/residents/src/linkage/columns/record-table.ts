import {
  normaliseAddressLine,
  normaliseDate,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  normalisePostalCode,
  normaliseSex,
  normaliseSuffix,
  splitSuffix,
} from '../normalisation/index.ts';
import type { PersonRecord } from '../person-record.ts';
import { Column } from './column.ts';
import { Dictionary } from './dictionary.ts';
import { NumberDictionary } from './number-dictionary.ts';
import { Rows } from './rows.ts';
import { Spellings } from './spellings.ts';

const fields = [
  'given',
  'middle',
  'surname',
  'suffix',
  'sex',
  'birthDate',
  'number',
  'lastFour',
  'addressLine',
  'city',
  'postalCode',
  'phone',
  'email',
  'birthPlace',
  'occupation',
] as const;

/** The fields that are compared as values; the number is compared by its tokens. */
export type Field = (typeof fields)[number];

/**
 * Records as numbers of their values: every value is normalised once for each way of writing it, numbered, and kept as
 * a number, so that a million records take little room and two values need comparing only once.
 */
export class RecordTable {
  readonly columns: Readonly<Record<Field, Column>>;
  readonly numbers: NumberDictionary;
  readonly #rows: Rows;
  readonly #spellings: ReturnType<typeof spellingsOf>;

  /** Room is made for `capacity` records; more find room too. */
  constructor(capacity = 1024) {
    this.#rows = new Rows(capacity);
    this.numbers = new NumberDictionary(capacity);
    const names = new Dictionary();
    const shared: Partial<Record<Field, Dictionary>> = {
      given: names,
      middle: names,
      surname: names,
      number: this.numbers.values,
    };
    const columns = fields.map((field, at) => [
      field,
      new Column(shared[field] ?? new Dictionary(), this.#rows, at),
    ]);
    this.columns = Object.fromEntries(columns) as Record<Field, Column>;
    this.#spellings = spellingsOf(this.columns);
  }

  get count(): number {
    return this.#rows.count;
  }

  /** Adds a record and gives its place, 0, 1, 2 … */
  add(record: PersonRecord): number {
    const place = this.#rows.add();
    const { columns } = this;
    const spellings = this.#spellings;
    columns.given.set(place, spellings.name.code(record.given));
    columns.middle.set(place, spellings.name.code(record.middle));
    columns.surname.set(place, spellings.surname.code(record.surname));
    columns.suffix.set(
      place,
      spellings.suffix.code(record.suffix) || spellings.suffixOfSurname.code(record.surname),
    );
    columns.sex.set(place, spellings.sex.code(record.sex));
    columns.birthDate.set(place, spellings.birthDate.code(record.birthDate));
    columns.city.set(place, spellings.city.code(record.city));
    columns.postalCode.set(place, spellings.postalCode.code(record.postalCode));
    columns.birthPlace.set(place, spellings.birthPlace.code(record.birthPlace));
    columns.occupation.set(place, spellings.occupation.code(record.occupation));
    this.#addIdentifiers(place, record);
    return place;
  }

  /** What has nearly as many values as there are records, and is normalised each time. */
  #addIdentifiers(place: number, record: PersonRecord): void {
    const { lastFour, number, addressLine, phone, email } = this.columns;
    lastFour.set(place, lastFour.dictionary.add(record.socialSecurityNumber?.lastFour ?? null));
    number.set(place, this.numbers.add(record.socialSecurityNumber));
    addressLine.set(place, addressLine.dictionary.add(normaliseAddressLine(record.addressLine)));
    phone.set(place, phone.dictionary.add(normalisePhone(record.phone)));
    email.set(place, email.dictionary.add(normaliseEmail(record.email)));
  }
}

/** Ways of writing what has few values. */
function spellingsOf(columns: Readonly<Record<Field, Column>>) {
  const of = (field: Field, normalise: (text: string) => string | null): Spellings =>
    new Spellings(columns[field].dictionary, normalise);
  return {
    name: of('given', normaliseName),
    surname: of('surname', (text) => splitName(text)?.surname ?? null),
    suffix: of('suffix', normaliseSuffix),
    suffixOfSurname: of('suffix', (text) => splitName(text)?.suffix ?? null),
    sex: of('sex', normaliseSex),
    birthDate: of('birthDate', normaliseDate),
    city: of('city', normaliseName),
    postalCode: of('postalCode', normalisePostalCode),
    birthPlace: of('birthPlace', normaliseName),
    occupation: of('occupation', normaliseName),
  };
}

function splitName(text: string): ReturnType<typeof splitSuffix> | null {
  const name = normaliseName(text);
  return name === null ? null : splitSuffix(name);
}
