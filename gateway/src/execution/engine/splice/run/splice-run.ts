import { isUtf8 } from 'node:buffer';

import type { GraphQLFormattedError } from 'graphql';

import type { ExecutionRequest } from '../../../executor.ts';
import type { SubgraphClient } from '../../../subgraph-client/index.ts';
import type { EntityInputs, Hop, SpliceFetch, SpliceProgram, Target } from '../program/index.ts';
import { errorTree } from '../../answers/index.ts';
import { CompletingWriter } from './completing-writer.ts';
import { cell, EntityCells } from './entity-cells.ts';
import { Failures } from './failures.ts';
import { OutputWriter } from './output-writer.ts';
import { RepresentationWriter } from './representation-writer.ts';
import { Scanner } from './scanner.ts';
import type { BatchAnswer, KeptBatch, ScannedAnswer } from './splice-batch.ts';
import { SpliceBatch } from './splice-batch.ts';
import type { MemoryPool, SpliceMemory } from './splice-memory.ts';
import { Surprise, surprise } from './surprise.ts';

/** The response, or what was asked until an answer was not as it was foreseen. */
export type SpliceOutcome =
  | {
      readonly kind: 'spliced';
      readonly body: Buffer;
      readonly errors: readonly GraphQLFormattedError[];
    }
  /** Whatever has been asked is here; `fault` is a fault of this gateway, if it was one. */
  | { readonly kind: 'surprised'; readonly batches: readonly KeptBatch[]; readonly fault: unknown };

/** What a run is made of. */
export interface SpliceParts {
  readonly program: SpliceProgram;
  readonly request: ExecutionRequest;
  readonly client: SubgraphClient;
  readonly pool: MemoryPool;
}

/** One for all runs: what is written into it is taken out again before another run goes on. */
const representations = new RepresentationWriter();

/** Runs a program once. Never rejects. */
export function runProgram(parts: SpliceParts): Promise<SpliceOutcome> {
  return new Promise((resolve) => new SpliceRun(parts, resolve).begin());
}

const [beforeErrors, afterErrors] = [Buffer.from('{"data":{},"errors":'), Buffer.from('}')];

class SpliceRun {
  readonly #parts: SpliceParts;
  readonly #fetches: readonly SpliceFetch[];
  readonly #resolve: (outcome: SpliceOutcome) => void;
  readonly #memory: SpliceMemory;
  readonly #cells: EntityCells;
  readonly #scanner: Scanner;
  readonly #failures: Failures;
  readonly #root: number;
  readonly #batches: SpliceBatch[] = [];
  /** For each fetch, how many fetches it waits for, and then how many batches. */
  readonly #waiting: Int32Array;
  #unfinished: number;
  #isOver = false;
  #fault: unknown;

  constructor(parts: SpliceParts, resolve: (outcome: SpliceOutcome) => void) {
    const { program, pool } = parts;
    this.#parts = parts;
    this.#fetches = program.fetches;
    this.#resolve = resolve;
    this.#memory = pool.take();
    this.#failures = new Failures(this.#memory);
    this.#cells = new EntityCells(this.#memory, this.#failures, program.groups);
    this.#scanner = new Scanner(this.#memory);
    this.#root = this.#memory.allocate(program.root.fieldsEnd + program.root.joins.length);
    this.#waiting = Int32Array.from(program.fetches, ({ compiled }) => compiled.waitsFor);
    this.#unfinished = program.fetches.length;
  }

  begin(): void {
    this.#guard(() => {
      for (let index = 0; index < this.#fetches.length; index += 1) {
        if (this.#fetches[index]?.compiled.waitsFor === 0) this.#start(index);
      }
      if (this.#unfinished === 0 && !this.#isOver) this.#end();
    });
  }

  #start(index: number): void {
    const fetch = this.#fetches[index];
    if (!fetch || this.#isOver) return;
    if (!fetch.isWanted) this.#finish(index);
    else if (fetch.compiled.entities) this.#startEntities(index, fetch);
    else this.#startRoot(index, fetch);
  }

  #startRoot(index: number, fetch: SpliceFetch): void {
    const at = this.#memory.allocate(cell.key);
    this.#memory.numbers[this.#root + fetch.rootJoin] = at;
    const batch = new SpliceBatch(fetch.compiled);
    batch.cells.push(at);
    batch.waiting.push(index);
    this.#waiting[index] = 1;
    this.#ask(batch, fetch, `${fetch.before}${this.#variables(fetch)}${fetch.after}`);
  }

  #startEntities(index: number, fetch: SpliceFetch): void {
    representations.clear();
    const batch = new SpliceBatch(fetch.compiled);
    const number = this.#batches.push(batch);
    const collection: Collection = { fetch, batch, number, awaited: new Set() };
    for (const walk of fetch.walks) {
      const hop = walk.hops[0];
      if (hop) this.#walk(hop, this.#root, collection);
    }
    for (const awaited of collection.awaited) this.#batches[awaited - 1]?.waiting.push(index);
    const isAsking = batch.cells.length > 0;
    const count = collection.awaited.size + (isAsking ? 1 : 0);
    this.#waiting[index] = count;
    if (count === 0) return this.#finish(index);
    if (!isAsking) return undefined;
    batch.waiting.push(index);
    const own = this.#variables(fetch);
    const entities = `"representations":[${representations.take()}]`;
    return this.#ask(batch, fetch, `${fetch.before}${own === '' ? '' : `${own},`}${entities}${fetch.after}`);
  }

  /** Goes from a record to what a field of it holds. Entities that are not there lead nowhere. */
  #walk(hop: Hop, record: number, collection: Collection): void {
    const { numbers } = this.#memory;
    const from = hop.join === 0 ? record : this.#through(numbers[record + hop.join] ?? 0, hop, collection);
    if (from <= 0) return;
    const inside = numbers[from + hop.slot + 2] ?? 0;
    if (!hop.isList) {
      if (inside > 0) this.#arrive(hop, inside, collection);
      return;
    }
    // The numbers are taken anew in each turn: they may have grown.
    for (let item = inside; item > 0; item = this.#memory.numbers[item] ?? 0) {
      if ((this.#memory.numbers[item + 1] ?? 0) >= 0) this.#arrive(hop, item, collection);
    }
  }

  /** @returns the entity's record; nothing if this walk has come by already */
  #through(at: number, hop: Hop, { number }: Collection): number {
    if (at === 0) return 0;
    const { numbers } = this.#memory;
    const walk = number * 100_000 + hop.number;
    if (numbers[at + cell.walk] === walk) return 0;
    numbers[at + cell.walk] = walk;
    return numbers[at] ?? 0;
  }

  #arrive({ next, target }: Hop, record: number, collection: Collection): void {
    if (target) return this.#represent(target, record, collection);
    const hop = next?.hops[this.#memory.numbers[record + 1] ?? 0];
    if (hop) this.#walk(hop, record, collection);
  }

  #represent(target: Target, record: number, { fetch, batch, number, awaited }: Collection): void {
    const { join, inputs } = target;
    const variant = this.#memory.numbers[record + 1] ?? 0;
    const input = inputs[variant];
    if (!input || this.#memory.numbers[record + join] !== 0) return;
    const at = this.#cellOf(target, target.decidedBy[variant] ?? 0, input, record, fetch.group);
    const { numbers } = this.#memory;
    numbers[record + join] = at;
    const asked = numbers[at + cell.batch] ?? 0;
    if (asked === 0) {
      numbers[at + cell.batch] = number;
      batch.cells.push(at);
      batch.inputs.push(input);
      representations.add(input, at, this.#memory);
    } else if (asked !== number && !this.#batches[asked - 1]?.answer) {
      awaited.add(asked);
    }
  }

  /** The cell of an entity: the one that was found before if another entity decides it. */
  #cellOf(target: Target, decidedBy: number, input: EntityInputs, record: number, group: number): number {
    const decider = decidedBy === 0 ? 0 : (this.#memory.numbers[record + decidedBy] ?? 0);
    if (decider === 0) return this.#cells.cellOf(group, input, record);
    if (this.#memory.numbers[decider + cell.twinTarget] === target.number) {
      return this.#memory.numbers[decider + cell.twin] ?? 0;
    }
    const at = this.#cells.cellOf(group, input, record);
    this.#memory.numbers[decider + cell.twinTarget] = target.number;
    this.#memory.numbers[decider + cell.twin] = at;
    return at;
  }

  #variables({ compiled }: SpliceFetch): string {
    const { variables } = this.#parts.request;
    const texts: string[] = [];
    for (const [name, clientName] of compiled.variables) {
      const text = Object.hasOwn(variables, clientName) ? JSON.stringify(variables[clientName]) : undefined;
      if (text !== undefined) texts.push(`${JSON.stringify(name)}:${text}`);
    }
    return texts.join();
  }

  #ask(batch: SpliceBatch, fetch: SpliceFetch, body: string): void {
    const { client, request } = this.#parts;
    const { agency, query, operationName } = fetch.compiled;
    const { requestId, signal, context } = request;
    if (!fetch.compiled.entities) this.#batches.push(batch);
    batch.isAsked = true;
    client.ask<BatchAnswer>(
      { agency, query, operationName, requestId, signal, context, body },
      (bytes) => this.#read(batch, fetch, bytes),
      (answer) => this.#guard(() => this.#take(batch, answer)),
    );
  }

  /** Reads an answer; one that is a surprise is read as objects, so that it counts as what it is. */
  #read(
    batch: SpliceBatch,
    fetch: SpliceFetch,
    body: Uint8Array,
  ): ScannedAnswer | ReturnType<SubgraphClient['read']> {
    if (this.#isOver || !isUtf8(body)) return this.#parts.client.read(body);
    const start = this.#memory.append(body);
    const end = start + body.length;
    return this.#isScanned(batch, fetch, start, end)
      ? { kind: 'scanned', start, end }
      : this.#parts.client.read(body);
  }

  #isScanned(batch: SpliceBatch, fetch: SpliceFetch, start: number, end: number): boolean {
    try {
      this.#scan(batch, fetch, start, end);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof Surprise)) this.#fault = thrown;
      return false;
    }
  }

  #scan({ cells }: SpliceBatch, { compiled, layout }: SpliceFetch, start: number, end: number): void {
    const scanner = this.#scanner;
    const from = this.#memory.usedNumbers;
    const [first = 0] = cells;
    if (compiled.entities) {
      scanner.readEntities(layout, start, end, cells);
      this.#failures.lookAt(cells);
    } else {
      this.#memory.numbers[first] = scanner.readRoot(layout, start, end);
    }
    const tree = scanner.errors && this.#errorTree(compiled.agency, scanner.errors);
    if (scanner.errors) this.#failures.keep(from, this.#memory.usedNumbers);
    if (!tree) return;
    if (compiled.entities) this.#failures.addEntities(tree, layout, cells);
    else this.#failures.addRoot(tree, layout, this.#memory.numbers[first] ?? 0);
  }

  /** The errors are read as those of any answer are. */
  #errorTree(agency: string, { start, end }: { readonly start: number; readonly end: number }) {
    const list = this.#memory.bytes.subarray(start, end);
    const read = this.#parts.client.read(Buffer.concat([beforeErrors, list, afterErrors]));
    if (read.kind === 'refused') throw surprise;
    return errorTree(agency, read.errors);
  }

  #take(batch: SpliceBatch, answer: BatchAnswer): void {
    batch.settle(answer);
    if (this.#isOver) return;
    if (answer.kind !== 'scanned') throw this.#fault ?? surprise;
    for (const index of batch.waiting) {
      const left = (this.#waiting[index] ?? 0) - 1;
      this.#waiting[index] = left;
      if (left === 0) this.#finish(index);
    }
  }

  #finish(index: number): void {
    for (const dependent of this.#fetches[index]?.compiled.dependents ?? []) {
      const left = (this.#waiting[dependent] ?? 0) - 1;
      this.#waiting[dependent] = left;
      if (left === 0) this.#start(dependent);
    }
    this.#unfinished -= 1;
    if (this.#unfinished === 0) this.#end();
  }

  #end(): void {
    const { program } = this.#parts;
    if (!this.#failures.any) {
      const body = new OutputWriter(this.#memory).response(program.output, this.#root);
      return this.#leave({ kind: 'spliced', body, errors: [] });
    }
    const writer = new CompletingWriter(this.#memory, this.#failures, program.responseNames);
    return this.#leave({ kind: 'spliced', ...writer.response(program.completion(), this.#root) });
  }

  #guard(action: () => void): void {
    try {
      action();
    } catch (thrown) {
      if (this.#isOver) return;
      const fault = thrown instanceof Surprise ? undefined : thrown;
      const asked = this.#batches.filter(({ isAsked }) => isAsked);
      const batches = asked.map((batch) => batch.keep(this.#memory));
      this.#leave({ kind: 'surprised', batches, fault });
    }
  }

  #leave(outcome: SpliceOutcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#parts.pool.giveBack(this.#memory);
    this.#resolve(outcome);
  }
}

/** The entities that one fetch completes. */
interface Collection {
  readonly fetch: SpliceFetch;
  readonly batch: SpliceBatch;
  /** The batch's place among the others, from 1. */
  readonly number: number;
  /** The batches, by their numbers, in which entities are that others have asked for. */
  readonly awaited: Set<number>;
}
