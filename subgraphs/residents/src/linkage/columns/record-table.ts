import type { NumberTokens } from '@resident-graph/subgraph-kit';

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

/** The fields that are compared as values; the number is compared by its tokens. */
export type Field =
  | 'given'
  | 'middle'
  | 'surname'
  | 'suffix'
  | 'sex'
  | 'birthDate'
  | 'number'
  | 'lastFour'
  | 'addressLine'
  | 'city'
  | 'postalCode'
  | 'phone'
  | 'email'
  | 'birthPlace'
  | 'occupation';

const deletionsKept = 12;

/**
 * Records in columns: every value is normalised once for each way of writing it, numbered, and kept as a number, so
 * that a million records take little room and two values need comparing only once.
 */
export class RecordTable {
  readonly columns: Readonly<Record<Field, Column>>;
  #count = 0;
  readonly #numbers = new Dictionary();
  #successors: Uint32Array = new Uint32Array(1024);
  #deletions: Uint32Array = new Uint32Array(1024 * deletionsKept);
  readonly #normalised = new Map<string, Map<string, string | null>>();

  /** Room is made for `capacity` records; more find room too. */
  constructor(capacity = 1024) {
    const names = new Dictionary();
    const own = (): Column => new Column(new Dictionary(), capacity);
    this.columns = {
      given: new Column(names, capacity),
      middle: new Column(names, capacity),
      surname: new Column(names, capacity),
      suffix: own(),
      sex: own(),
      birthDate: own(),
      number: new Column(this.#numbers, capacity),
      lastFour: own(),
      addressLine: own(),
      city: own(),
      postalCode: own(),
      phone: own(),
      email: own(),
      birthPlace: own(),
      occupation: own(),
    };
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a record and gives its place, 0, 1, 2 … */
  add(record: PersonRecord): number {
    const surname = this.#cached('name', record.surname, normaliseName);
    const split = surname === null ? { surname, suffix: null } : splitSuffix(surname);
    this.#push('given', this.#cached('name', record.given, normaliseName));
    this.#push('middle', this.#cached('name', record.middle, normaliseName));
    this.#push('surname', split.surname);
    this.#push('suffix', normaliseSuffix(record.suffix) ?? split.suffix);
    this.#push('sex', normaliseSex(record.sex));
    this.#push('birthDate', normaliseDate(record.birthDate));
    this.#addNumber(record.socialSecurityNumber);
    this.#push('addressLine', normaliseAddressLine(record.addressLine));
    this.#push('city', this.#cached('city', record.city, normaliseName));
    this.#push('postalCode', this.#cached('postal', record.postalCode, normalisePostalCode));
    this.#push('phone', normalisePhone(record.phone));
    this.#push('email', normaliseEmail(record.email));
    this.#push('birthPlace', this.#cached('city', record.birthPlace, normaliseName));
    this.#push('occupation', this.#cached('city', record.occupation, normaliseName));
    this.#count += 1;
    return this.#count - 1;
  }

  /** Whether the number of one code is that of the other code with one slip of the pen. */
  areNumbersClose(one: number, other: number): boolean {
    for (let place = 0; place < deletionsKept; place += 1) {
      const token = this.#deletions[one * deletionsKept + place];
      if (token === 0) return false;
      // A digit replaced leaves the same rest at one place, two swapped digits at neighbouring places.
      for (let near = Math.max(0, place - 1); near <= Math.min(place + 1, deletionsKept - 1); near += 1) {
        if (token === this.#deletions[other * deletionsKept + near]) return true;
      }
    }
    return false;
  }

  /** Whether one number follows the other. */
  areNumbersConsecutive(one: number, other: number): boolean {
    return this.#successors[one] === other || this.#successors[other] === one;
  }

  #push(field: Field, value: string | null): void {
    const column = this.columns[field];
    column.push(column.dictionary.add(value));
  }

  #addNumber(tokens: NumberTokens | null): void {
    this.#push('lastFour', tokens?.lastFour ?? null);
    this.#push('number', tokens?.number ?? null);
    if (tokens?.number === undefined || tokens.number === null) return;
    const code = this.#numbers.add(tokens.number);
    const successor = this.#numbers.add(tokens.successor);
    this.#makeRoom(Math.max(code, successor) + 1);
    this.#successors[code] = successor;
    for (const [place, token] of tokens.deletions.entries()) {
      this.#deletions[code * deletionsKept + place] = Math.max(1, token);
    }
  }

  #makeRoom(codes: number): void {
    if (codes <= this.#successors.length) return;
    const size = Math.max(codes, Math.ceil(this.#successors.length * 1.5));
    const [successors, deletions] = [new Uint32Array(size), new Uint32Array(size * deletionsKept)];
    successors.set(this.#successors);
    deletions.set(this.#deletions);
    [this.#successors, this.#deletions] = [successors, deletions];
  }

  #cached(
    kind: string,
    text: string | null,
    normalise: (text: string | null) => string | null,
  ): string | null {
    if (text === null) return null;
    let known = this.#normalised.get(kind);
    if (known === undefined) this.#normalised.set(kind, (known = new Map()));
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = normalise(text)));
    return value;
  }
}
