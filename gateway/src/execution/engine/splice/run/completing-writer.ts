import type { GraphQLFormattedError } from 'graphql';

import type { ErrorTree } from '../../answers/index.ts';
import type { Cause } from '../../data/index.ts';
import { invalidAnswer, SlotFailure } from '../../data/index.ts';
import { completeEmpty, missing, ShapeContext } from '../../shape/index.ts';
import { record as recordAt, slot } from '../layout/index.ts';
import type { CompletedField, CompletedObject, CompletedValue, DataField } from '../program/index.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Failures } from './failures.ts';
import type { SpliceMemory } from './splice-memory.ts';
import { surprise } from './surprise.ts';

const [comma, openList, closeList, openObject, closeObject, nullText] = [',', '[', ']', '{', '}', 'null'].map(
  (text) => Buffer.from(text),
) as unknown as readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** Whether a value was written; if not, what holds it becomes null. */
type Written = boolean;

/** A response with errors. */
export interface CompletedResponse {
  readonly body: Buffer;
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * Writes the client's answer value by value: CompleteValue() of the specification
 * (https://spec.graphql.org/October2021/#sec-Handling-Field-Errors), on the bytes of the agencies' answers. It
 * says of errors and nulls what shaping says of objects.
 */
export class CompletingWriter {
  readonly #memory: SpliceMemory;
  readonly #failures: Failures;
  readonly #context: ShapeContext;
  readonly #writer: ByteWriter;

  constructor(memory: SpliceMemory, failures: Failures, responseNames: ReadonlyMap<string, string>) {
    this.#memory = memory;
    this.#failures = failures;
    this.#context = new ShapeContext(responseNames, {});
    this.#writer = new ByteWriter(memory);
  }

  /** @throws surprise if there is something that only objects can tell */
  response(root: CompletedObject, record: number): CompletedResponse {
    const start = this.#writer.at;
    if (!this.#object(root, record)) this.#writer.write(nullText);
    const data = this.#writer.taken(start);
    const { errors } = this.#context;
    const before = errors.length > 0 ? `{"errors":${JSON.stringify(errors)},"data":` : '{"data":';
    return { body: Buffer.concat([Buffer.from(before), data, closeObject]), errors };
  }

  #object({ variants }: CompletedObject, record: number): Written {
    const fields = variants[this.#memory.numbers[record + recordAt.variant] ?? 0];
    if (!fields) throw surprise;
    const start = this.#writer.at;
    let before = openObject;
    for (const field of fields) {
      this.#writer.write(before);
      before = comma;
      if (!this.#field(field, record)) {
        this.#writer.at = start;
        return false;
      }
    }
    if (before === openObject) this.#writer.write(openObject);
    this.#writer.write(closeObject);
    return true;
  }

  #field(field: CompletedField, record: number): Written {
    if (field.kind === 'constant') {
      this.#writer.write(field.text);
      return true;
    }
    this.#writer.write(field.opening);
    if (field.join === 0) return this.#slot(field, record + field.slot);
    const { numbers } = this.#memory;
    const at = numbers[record + field.join] ?? 0;
    const entity = at === 0 ? 0 : (numbers[at] ?? 0);
    if (entity > 0) return this.#slot(field, entity + field.slot);
    if (entity === 0 || field.hasOthers) throw surprise;
    return this.#empty(lackOf(field, this.#failures.at(at)), field);
  }

  #slot(field: DataField, place: number): Written {
    const { numbers } = this.#memory;
    const inside = numbers[place + slot.inside] ?? 0;
    if (inside < 0) {
      const tree = this.#failures.at(place);
      if (tree && field.hasOthers) throw surprise;
      return this.#empty(tree && new SlotFailure(tree.causes([field.key])), field);
    }
    if (!field.inside || (!field.layout.isKept && !this.#failures.keeps(place))) {
      this.#writer.copy(numbers[place + slot.start] ?? 0, numbers[place + slot.end] ?? 0);
      return true;
    }
    this.#context.enter(field.responseName);
    const isWritten = this.#inside(field.inside, inside);
    this.#context.leave();
    return isWritten || this.#null(field.isNonNull);
  }

  #empty(failed: SlotFailure | undefined, { key, isNonNull }: DataField): Written {
    completeEmpty(failed, key, isNonNull, this.#context);
    return this.#null(isNonNull);
  }

  #null(isNonNull: boolean): Written {
    if (isNonNull) return false;
    this.#writer.write(nullText);
    return true;
  }

  #inside(value: CompletedValue, inside: number): Written {
    return value.isList ? this.#list(value, inside) : this.#object(value.object, inside);
  }

  #list(value: CompletedValue, first: number): Written {
    const start = this.#writer.at;
    this.#writer.write(openList);
    let index = 0;
    for (let item = first; item > 0; item = this.#memory.numbers[item] ?? 0) {
      if (index > 0) this.#writer.write(comma);
      if (!this.#item(value, item, index)) {
        this.#writer.at = start;
        return false;
      }
      index += 1;
    }
    this.#writer.write(closeList);
    return true;
  }

  #item({ object, isItemNonNull }: CompletedValue, item: number, index: number): Written {
    if ((this.#memory.numbers[item + recordAt.variant] ?? 0) < 0) {
      const tree = this.#failures.at(item);
      const failed = tree && new SlotFailure(tree.causes([index]));
      const left = completeEmpty(failed, index, isItemNonNull, this.#context);
      return left !== missing && this.#null(false);
    }
    this.#context.enter(index);
    const isWritten = this.#object(object, item);
    this.#context.leave();
    return isWritten || this.#null(isItemNonNull);
  }
}

/** What becomes of a field whose entity is null: why, if somebody said so; nothing said is a null where that may be. */
function lackOf({ key, agency, isNonNull }: DataField, tree: ErrorTree | undefined): SlotFailure | undefined {
  if (!tree) return isNonNull ? SlotFailure.at(key, invalidAnswer(agency)) : undefined;
  const own = tree.child(key)?.causes([key]);
  return new SlotFailure(own ?? tree.causes([]).map((cause) => within(cause, key)));
}

function within(cause: Cause, key: string): Cause {
  return cause.path.length > 0 ? cause : { error: cause.error, path: [key] };
}
