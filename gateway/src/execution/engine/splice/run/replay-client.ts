import { failure } from '../../../../errors/index.ts';
import type {
  AnsweredFetch,
  FailedFetch,
  SubgraphAnswer,
  SubgraphClient,
  SubgraphError,
  SubgraphRequest,
} from '../../../subgraph-client/index.ts';
import type { KeptBatch } from './splice-batch.ts';

/** Some of the entities that a request asks for, and where they stand in it. */
interface Share {
  readonly answer: Promise<SubgraphAnswer>;
  /** How many entities the answer has. */
  readonly size: number;
  /** The place in the request for each place in the answer that is wanted. */
  readonly places: Map<number, number>;
}

/** Where an entity was asked for before. */
interface Asked {
  readonly batch: KeptBatch;
  readonly index: number;
}

/**
 * A client that asks no agency what a run has asked it before: it gives the answers that the run has
 * received, or will, and asks only for the rest.
 */
export function replayClient(client: SubgraphClient, batches: readonly KeptBatch[]): SubgraphClient {
  const replay = new Replay(client, batches);
  return {
    fetch: (request) => replay.fetch(request),
    ask: (request, read, deliver) => client.ask(request, read, deliver),
    read: client.read,
    close: () => client.close(),
  };
}

class Replay {
  readonly #client: SubgraphClient;
  /** The answers of root fetches by what was asked, and entities by what was asked and their JSON. */
  readonly #roots = new Map<string, KeptBatch>();
  readonly #entities = new Map<string, Asked>();

  constructor(client: SubgraphClient, batches: readonly KeptBatch[]) {
    this.#client = client;
    for (const batch of batches) this.#remember(batch);
  }

  async fetch(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { representations } = request.variables;
    if (Array.isArray(representations)) return this.#fetchEntities(request, representations);
    const root = this.#roots.get(questionOf(request));
    return root ? this.#answerOf(root) : this.#client.fetch(request);
  }

  #remember(batch: KeptBatch): void {
    const question = questionOf(batch.fetch);
    if (!batch.representations) this.#roots.set(question, batch);
    for (const [index, text] of (batch.representations ?? []).entries()) {
      this.#entities.set(entityOf(question, JSON.parse(text)), { batch, index });
    }
  }

  async #fetchEntities(request: SubgraphRequest, asked: readonly unknown[]): Promise<SubgraphAnswer> {
    const question = questionOf(request);
    const shares = new Map<KeptBatch, Share>();
    const missing: number[] = [];
    for (const [place, representation] of asked.entries()) {
      const known = this.#entities.get(entityOf(question, representation));
      if (known) this.#shareOf(known.batch, shares).places.set(known.index, place);
      else missing.push(place);
    }
    const all =
      missing.length > 0 ? [...shares.values(), this.#askFor(request, missing)] : [...shares.values()];
    return joinedAnswer(request.agency, all, asked.length);
  }

  #shareOf(batch: KeptBatch, shares: Map<KeptBatch, Share>): Share {
    const size = batch.representations?.length ?? 0;
    const share = shares.get(batch) ?? { answer: this.#answerOf(batch), size, places: new Map() };
    shares.set(batch, share);
    return share;
  }

  #askFor(request: SubgraphRequest, missing: readonly number[]): Share {
    const asked = request.variables['representations'] as readonly unknown[];
    const representations = missing.map((place) => asked[place]);
    const answer = this.#client.fetch({ ...request, variables: { ...request.variables, representations } });
    return { answer, size: missing.length, places: new Map(missing.entries()) };
  }

  async #answerOf({ answer, fetch: { agency } }: KeptBatch): Promise<SubgraphAnswer> {
    const given = await answer;
    if (given.kind !== 'kept') return given;
    const read = this.#client.read(given.body);
    return read.kind === 'refused' ? invalid(agency) : read;
  }
}

async function joinedAnswer(
  agency: string,
  shares: readonly Share[],
  count: number,
): Promise<SubgraphAnswer> {
  const answers = await Promise.all(shares.map(async (share) => share.answer));
  const [first = invalid(agency)] = answers;
  const isWhole = shares.length === 1 && isUnmoved(shares[0], count);
  if (isWhole || answers.every(({ kind }) => kind === 'failed')) return first;
  const entities: unknown[] = Array.from({ length: count }, () => null);
  const errors: SubgraphError[] = [];
  for (const [index, { places }] of shares.entries()) {
    const answer = answers[index] ?? invalid(agency);
    if (answer.kind === 'failed') errors.push(...failures(answer, places));
    else addEntities(agency, answer, places, { entities, errors });
  }
  return { kind: 'answered', data: { _entities: entities }, errors };
}

interface Joined {
  readonly entities: unknown[];
  readonly errors: SubgraphError[];
}

function addEntities(
  agency: string,
  { data, errors }: AnsweredFetch,
  places: Share['places'],
  joined: Joined,
): void {
  const { _entities: given } = (data ?? {}) as { readonly _entities?: unknown };
  if (!Array.isArray(given) || given.length < places.size) {
    const [error] = errors;
    joined.errors.push(...(error ? everywhere(error, places) : failures(invalid(agency), places)));
    return;
  }
  for (const [from, to] of places) joined.entities[to] = given[from];
  joined.errors.push(...errors.flatMap((error) => moved(error, places)));
}

/** An error of an entity at its new place; none if the entity isn't wanted. */
function moved(error: SubgraphError, places: Share['places']): readonly SubgraphError[] {
  const [field, index, ...rest] = error.path ?? [];
  if (field !== '_entities' || typeof index !== 'number') return [error];
  const place = places.get(index);
  return place === undefined ? [] : [{ ...error, path: [field, place, ...rest] }];
}

function failures({ failure: inner }: FailedFetch, places: Share['places']): readonly SubgraphError[] {
  return everywhere({ message: inner.message, failure: inner }, places);
}

function everywhere(error: SubgraphError, places: Share['places']): readonly SubgraphError[] {
  return [...places.values()].map((place) => ({ ...error, path: ['_entities', place] }));
}

/** Whether a request asks for what was asked before, all of it and in the same order. */
function isUnmoved(share: Share | undefined, count: number): boolean {
  if (share?.size !== count || share.places.size !== count) return false;
  return [...share.places].every(([from, to]) => from === to);
}

function questionOf({ agency, query }: Pick<SubgraphRequest, 'agency' | 'query'>): string {
  return `${agency} ${query}`;
}

function entityOf(question: string, representation: unknown): string {
  return `${question} ${JSON.stringify(representation)}`;
}

function invalid(agency: string): FailedFetch {
  return { kind: 'failed', failure: failure('SUBGRAPH_ANSWER_INVALID', { agency }) };
}
