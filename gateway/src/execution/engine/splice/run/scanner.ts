import { UnreachableCaseError } from '../../../../errors/index.ts';
import type { ObjectLayout, ValueLayout } from '../layout/index.ts';
import { record, slot } from '../layout/index.ts';
import type { SpliceMemory } from './splice-memory.ts';
import { surprise } from './surprise.ts';

const code = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  quote: 34,
  comma: 44,
  minus: 45,
  point: 46,
  zero: 48,
  nine: 57,
  openList: 91,
  backslash: 92,
  closeList: 93,
  letterF: 102,
  letterN: 110,
  letterT: 116,
  letterU: 117,
  openObject: 123,
  closeObject: 125,
} as const;

const [nullText, trueText, falseText, emptyText] = ['null', 'true', 'false', '{'].map((text) =>
  Buffer.from(text),
) as unknown as readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

const [dataText, errorsText, dataAfterText, errorsAfterText, entitiesText] = [
  '{"data":',
  '{"errors":[',
  ',"data":',
  ',"errors":[',
  '{"_entities":[',
].map((text) => Buffer.from(text)) as unknown as readonly [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/** What may come after a backslash, besides a letter u with four digits (RFC 8259, section 7). */
const escaped = new Set(Buffer.from('"\\/bfnrt'));

const nullItem = -1;
/** What stands in the place of a record for null. */
const nothing = -1;
const maximumInteger = 2 ** 31 - 1;
/** A longer number could be more than a double can hold. */
const maximumNumberBytes = 300;

/**
 * Reads answers as their layouts foresee them, without whitespace and in the order that was asked for, and
 * writes down where their values are. Whatever it accepts is JSON of the declared types.
 *
 * Everything else is a surprise, which it throws.
 */
export class Scanner {
  readonly #memory: SpliceMemory;
  /** The same as the memory's; they are taken anew when something was allocated. */
  #bytes: Buffer;
  #at = 0;
  #end = 0;
  #errors: { readonly start: number; readonly end: number } | undefined;

  constructor(memory: SpliceMemory) {
    this.#memory = memory;
    this.#bytes = memory.bytes;
  }

  /** @returns the record of the root object */
  readRoot(layout: ObjectLayout, start: number, end: number): number {
    return this.#response(start, end, () => this.#object(layout, -1));
  }

  /**
   * Reads entities.
   *
   * @param cells - where each of them is kept; their variants are known
   */
  readEntities(layout: ObjectLayout, start: number, end: number, cells: readonly number[]): void {
    this.#response(start, end, () => this.#entities(layout, cells));
  }

  /** Where the list of errors of the last answer stands; nothing if it has none. */
  get errors(): { readonly start: number; readonly end: number } | undefined {
    return this.#errors;
  }

  /** The errors come before the data, as the specification advises, or after it. */
  #response<Read>(start: number, end: number, readData: () => Read): Read {
    this.#end = end;
    this.#begin(start);
    if (this.#isAt(errorsText, start)) this.#readErrors(errorsText, dataAfterText);
    else this.#expect(dataText);
    const data = readData();
    const isKnown = this.#errors !== undefined;
    if (this.#isAt(errorsAfterText, this.#at)) this.#readErrors(errorsAfterText, emptyText.subarray(1));
    this.#at += this.#bytes[this.#at] === code.closeObject ? 1 : refuse();
    this.#finish(end);
    if (isKnown || !this.#errors) return data;
    // With errors everything is kept, because they may be anywhere.
    const again = this.#errors;
    this.#begin(start);
    this.#errors = again;
    this.#expect(dataText);
    return readData();
  }

  #readErrors(opening: Uint8Array, closing: Uint8Array): void {
    if (this.#errors) throw surprise;
    const start = this.#at + opening.length - 1;
    const end = this.#listEnd(start);
    this.#errors = { start, end };
    this.#at = end;
    this.#expect(closing);
  }

  /** Where a list ends whose inside is not looked at. What is no JSON is found out by whoever reads it. */
  #listEnd(start: number): number {
    const bytes = this.#bytes;
    let depth = 0;
    for (let at = start; ; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === code.quote) at = this.#textEnd(at);
      else if (byte === code.openList || byte === code.openObject) depth += 1;
      else if (byte === code.closeList || byte === code.closeObject) depth -= 1;
      if (at >= this.#end) throw surprise;
      if (depth === 0) return at + 1;
    }
  }

  /** @returns where the closing quote is */
  #textEnd(start: number): number {
    const bytes = this.#bytes;
    let at = start + 1;
    while (bytes[at] !== code.quote) {
      if (at >= this.#end) throw surprise;
      at += bytes[at] === code.backslash ? 2 : 1;
    }
    return at;
  }

  #entities(layout: ObjectLayout, cells: readonly number[]): void {
    this.#expect(entitiesText);
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] ?? 0;
      if (index > 0) this.#comma();
      const entity = this.#entity(layout, cell);
      this.#memory.numbers[cell] = entity;
    }
    this.#at += this.#bytes[this.#at] === code.closeList ? 1 : refuse();
    this.#at += this.#bytes[this.#at] === code.closeObject ? 1 : refuse();
  }

  #begin(start: number): void {
    this.#bytes = this.#memory.bytes;
    this.#at = start;
    this.#errors = undefined;
  }

  /** Servers like to end a line. */
  #finish(end: number): void {
    while (this.#at < end) {
      const byte = this.#bytes[this.#at];
      const isBlank = byte === code.lineFeed || byte === code.carriageReturn || byte === code.space;
      this.#at += isBlank || byte === code.tab ? 1 : refuse();
    }
  }

  #entity(layout: ObjectLayout, cell: number): number {
    if (this.#bytes[this.#at] === code.letterN) return this.#null(true);
    return this.#object(layout, this.#memory.numbers[cell + 1] ?? 0);
  }

  /** @param variant - which it is, if that is known already */
  #object(layout: ObjectLayout, variant: number): number {
    const index = variant === -1 ? this.#variantOf(layout) : variant;
    const { fields } = layout.variants[index] ?? refuse();
    const memory = this.#memory;
    const start = memory.allocate(layout.fieldsEnd + layout.joins.length);
    memory.numbers[start + record.variant] = index;
    if (fields.length === 0) this.#expect(emptyText);
    for (const field of fields) {
      this.#expect(field.opening);
      const from = this.#at;
      const before = memory.usedNumbers;
      const inside = this.#value(field.value);
      if (!field.isKept && this.#errors === undefined) memory.usedNumbers = before;
      const place = start + field.slot;
      const { numbers } = memory;
      numbers[place] = from;
      numbers[place + slot.end] = this.#at;
      numbers[place + slot.inside] = inside;
    }
    this.#at += this.#bytes[this.#at] === code.closeObject ? 1 : refuse();
    return start;
  }

  #variantOf({ isNamed, variants }: ObjectLayout): number {
    if (!isNamed) return 0;
    for (let index = 0; index < variants.length; index += 1) {
      const { fields, name } = variants[index] ?? refuse();
      const opening = fields[0]?.opening ?? refuse();
      if (this.#isAt(name, this.#at + opening.length)) return index;
    }
    throw surprise;
  }

  /** @returns the record inside, if there is one */
  #value(layout: ValueLayout): number {
    if (this.#bytes[this.#at] === code.letterN) return this.#null(layout.isNullable);
    switch (layout.kind) {
      case 'text':
        return this.#text();
      case 'integer':
        return this.#integer();
      case 'choice':
        return this.#choice(layout.choices);
      case 'object':
        return this.#object(layout.object ?? refuse(), -1);
      case 'list':
        return this.#list(layout.item ?? refuse());
      case 'boolean':
        return this.#boolean();
      case 'number':
        return this.#number();
      case 'scalar':
        return this.#scalar();
      default:
        throw new UnreachableCaseError(layout.kind);
    }
  }

  #null(isNullable: boolean): number {
    if (!isNullable) throw surprise;
    this.#expect(nullText);
    return nothing;
  }

  /** @returns the first item's record if the items are objects */
  #list(item: ValueLayout): number {
    this.#at += 1;
    if (this.#bytes[this.#at - 1] !== code.openList) throw surprise;
    if (this.#bytes[this.#at] === code.closeList) {
      this.#at += 1;
      return 0;
    }
    return item.kind === 'object' ? this.#objects(item) : this.#values(item);
  }

  #values(item: ValueLayout): number {
    this.#value(item);
    while (this.#isGoingOn()) this.#value(item);
    return 0;
  }

  #objects(item: ValueLayout): number {
    const first = this.#item(item);
    let last = first;
    while (this.#isGoingOn()) {
      const next = this.#item(item);
      this.#memory.numbers[last] = next;
      last = next;
    }
    return first;
  }

  #item({ object, isNullable }: ValueLayout): number {
    if (this.#bytes[this.#at] !== code.letterN) return this.#object(object ?? refuse(), -1);
    this.#null(isNullable);
    const start = this.#memory.allocate(record.fields);
    this.#memory.numbers[start + record.variant] = nullItem;
    return start;
  }

  #isGoingOn(): boolean {
    const byte = this.#bytes[this.#at];
    this.#at += 1;
    if (byte === code.comma) return true;
    if (byte === code.closeList) return false;
    throw surprise;
  }

  #comma(): void {
    this.#at += this.#bytes[this.#at] === code.comma ? 1 : refuse();
  }

  #text(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    if (bytes[at] !== code.quote) throw surprise;
    at += 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte === code.quote) break;
      if (byte < code.space) throw surprise;
      at += byte === code.backslash ? this.#escapeLength(at + 1) : 1;
    }
    this.#at = at + 1;
    return 0;
  }

  /** The length of what begins with a backslash before this place. */
  #escapeLength(at: number): number {
    const byte = this.#bytes[at] ?? 0;
    if (escaped.has(byte)) return 2;
    const digits = this.#bytes.toString('latin1', at + 1, at + 5);
    if (byte !== code.letterU || !/^[\dA-Fa-f]{4}$/.test(digits)) throw surprise;
    return 6;
  }

  #integer(): number {
    const start = this.#at;
    this.#digits();
    const isLong = this.#at - start >= 10;
    if (isLong && Math.abs(Number(this.#bytes.toString('latin1', start, this.#at))) > maximumInteger)
      throw surprise;
    return 0;
  }

  #number(): number {
    const start = this.#at;
    this.#digits();
    if (this.#bytes[this.#at] === code.point) {
      const from = (this.#at += 1);
      while (isDigit(this.#bytes[this.#at] ?? 0)) this.#at += 1;
      if (this.#at === from) throw surprise;
    }
    if (this.#at - start > maximumNumberBytes) throw surprise;
    return 0;
  }

  /** An integer's, with its sign. Minus zero is left to who reads it as a number, unless a fraction follows. */
  #digits(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    const isNegative = bytes[at] === code.minus;
    if (isNegative) at += 1;
    const first = bytes[at] ?? 0;
    if (!isDigit(first)) throw surprise;
    at += 1;
    if (isNegative && first === code.zero && bytes[at] !== code.point) throw surprise;
    if (first !== code.zero) while (isDigit(bytes[at] ?? 0)) at += 1;
    this.#at = at;
  }

  #boolean(): number {
    this.#expect(this.#bytes[this.#at] === code.letterT ? trueText : falseText);
    return 0;
  }

  #choice(choices: readonly Uint8Array[]): number {
    for (const choice of choices) {
      if (!this.#isAt(choice, this.#at)) continue;
      this.#at += choice.length;
      return 0;
    }
    throw surprise;
  }

  /** A scalar of the schema, which could also be an object or a list, but hardly ever is. */
  #scalar(): number {
    const byte = this.#bytes[this.#at];
    if (byte === code.quote) return this.#text();
    return byte === code.letterT || byte === code.letterF ? this.#boolean() : this.#number();
  }

  #expect(text: Uint8Array): void {
    if (!this.#isAt(text, this.#at)) throw surprise;
    this.#at += text.length;
  }

  #isAt(text: Uint8Array, at: number): boolean {
    const bytes = this.#bytes;
    const { length } = text;
    for (let index = 0; index < length; index += 1) {
      if (bytes[at + index] !== text[index]) return false;
    }
    return true;
  }
}

function isDigit(byte: number): boolean {
  return byte >= code.zero && byte <= code.nine;
}

function refuse(): never {
  throw surprise;
}
