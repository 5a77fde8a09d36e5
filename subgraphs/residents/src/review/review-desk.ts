import type { Database, Knex } from '@resident-graph/subgraph-kit';

import {
  IndexRefusal,
  laneOf,
  type Act,
  type IndexEvent,
  type MasterIndex,
  type Reading,
  type ReviewDecision,
  type ReviewStatus,
} from '../master-index/index.ts';
import { isHeld, type ReadingRow, type ReviewItemRow, type ReviewWorkRow } from './review-row.ts';

/** What a reader does, and why. */
export interface ReadersAct {
  readonly reader: string;
  readonly purpose: string | null;
  /** The version of the question's work that the reader has seen. */
  readonly expectedVersion: number;
}

interface Answer extends ReadersAct {
  readonly decision: ReviewDecision;
  readonly reason: string;
}

/** What became of an answer: carried out, waiting for a second reader, or open again as readers disagree. */
export type AnswerOutcome = 'APPLIED' | 'AWAITS_SECOND_READER' | 'REOPENED';

/** An answer, and the entry of the log if it was carried out. */
export interface Answered {
  readonly outcome: AnswerOutcome;
  readonly event: IndexEvent | null;
}

/** A merge or a link that was asked for, and the question that it became where a second person has to agree. */
export interface Merged extends Answered {
  readonly review: string | null;
}

export interface DeskSettings {
  /** How long who claims a question may take before others can claim it. */
  readonly leaseMinutes: number;
  /** The share of answers that go to a second reader, 0 to 1. */
  readonly secondReaderShare: number;
  /** From 0 to 1, evenly. */
  readonly random: () => number;
  readonly now: () => Date;
}

const usual: DeskSettings = {
  leaseMinutes: 15,
  secondReaderShare: 0.1,
  random: Math.random,
  now: () => new Date(),
};

/** What the columns of reasons take. */
const longestReason = 400;

/**
 * The desk at which persons answer the index's questions.
 *
 * 1. Who answers claims first. A claim holds until its lease ends; then anybody may claim. Of several at once one gets it.
 * 2. An answer is carried out at once, or first read by a second person: a share of all by chance, every answer that
 *    brings residents together of whom a person has spoken before, and every question on which readers disagreed. The
 *    second reader is another person and is not shown what the first one said.
 * 3. Two readers who agree have answered; two who do not have opened the question anew.
 *
 * Everything is refused with IndexRefusal, and nothing changed, where the version is not the one that was seen
 * (CHANGED_SINCE).
 */
export class ReviewDesk {
  readonly #database: Database;
  readonly #index: MasterIndex;
  readonly #settings: DeskSettings;

  constructor(database: Database, index: MasterIndex, settings: Partial<DeskSettings> = {}) {
    this.#database = database;
    this.#index = index;
    this.#settings = { ...usual, ...settings };
  }

  /**
   * Takes a question; whose it is already takes it anew.
   *
   * @throws IndexRefusal UNKNOWN_REVIEW, ALREADY_DECIDED, CLAIMED_BY_ANOTHER, READ_BY_THE_SAME, CHANGED_SINCE
   */
  async claim(id: string, { reader, expectedVersion }: Omit<ReadersAct, 'purpose'>): Promise<void> {
    const now = this.#settings.now();
    const { work } = await openQuestion(this.#database, id);
    if (isHeld(work, now) && work.claimed_by !== reader) throw new IndexRefusal('CLAIMED_BY_ANOTHER');
    if (work.first_reader === reader) throw new IndexRefusal('READ_BY_THE_SAME');
    const lease = new Date(now.getTime() + this.#settings.leaseMinutes * 60_000);
    await update(this.#database, id, expectedVersion, {
      claimed_by: reader,
      claimed_at: now.toISOString(),
      lease_until: lease.toISOString(),
    });
  }

  /**
   * Puts a question off: it is counted, free for others, and stays in the queue as put off.
   *
   * @throws IndexRefusal UNKNOWN_REVIEW, ALREADY_DECIDED, NOT_CLAIMED, REASON_MISSING, CHANGED_SINCE
   */
  async defer(id: string, act: ReadersAct & { readonly reason: string }): Promise<void> {
    const reason = readReason(act.reason);
    await this.#database.transaction(async (transaction) => {
      const question = await this.#claimed(transaction, id, act.reader);
      const { work, item } = question;
      const status = work.first_decision === null ? 'DEFERRED' : 'SECOND_READER';
      const changed = { ...released, deferrals: work.deferrals + 1, lane: laneOf(status, item.kind) };
      await update(transaction, id, act.expectedVersion, changed);
      const said = { ...act, reason, decision: 'DEFER' as const, position: 0 as const, isApplied: false };
      await this.#keep(transaction, question, said);
    });
  }

  /**
   * Answers a question.
   *
   * @throws IndexRefusal UNKNOWN_REVIEW, ALREADY_DECIDED, NOT_CLAIMED, REASON_MISSING, CHANGED_SINCE
   */
  async decide(id: string, answer: Answer): Promise<Answered> {
    const { reader: actor, decision, purpose } = answer;
    const reason = readReason(answer.reason);
    let outcome: AnswerOutcome = 'APPLIED';
    const event = await this.#index.decide(
      id,
      decision,
      { actor, reason, purpose },
      async (transaction, reading) => {
        outcome = await this.#read(transaction, id, { ...answer, reason }, reading);
        return outcome === 'APPLIED' ? 'apply' : 'wait';
      },
    );
    return { outcome, event };
  }

  /**
   * Merges a resident into another. Where a person has spoken of them, a second person has to say so too:
   * it becomes a question, which the first has answered, and whose id stays is then the index's to say.
   *
   * @throws IndexRefusal as `MasterIndex.merge`; REASON_MISSING
   */
  async merge(survivor: string, merged: string, act: Act): Promise<Merged> {
    const given = { ...act, reason: readReason(act.reason) };
    const event = await this.#index.mergeAlone(survivor, merged, given);
    if (event !== null) return { outcome: 'APPLIED', event, review: null };
    return this.#answerFirst(await this.#index.propose(survivor, merged, given), given);
  }

  /**
   * Links a record to a resident. Where that ends a resident of whom a person has spoken, it is a merge of the two,
   * and becomes a question in the same way.
   *
   * @throws IndexRefusal as `MasterIndex.link`; REASON_MISSING
   */
  async link(record: string, resident: string, act: Act): Promise<Merged> {
    const given = { ...act, reason: readReason(act.reason) };
    const event = await this.#index.linkAlone(record, resident, given);
    if (event !== null) return { outcome: 'APPLIED', event, review: null };
    return this.#answerFirst(await this.#index.proposeLink(record, resident, given), given);
  }

  /** Says of a question that its residents are one, as who asked it thinks. */
  async #answerFirst(review: string, { actor: reader, reason, purpose = null }: Act): Promise<Merged> {
    const { work } = await openQuestion(this.#database, review);
    await this.claim(review, { reader, expectedVersion: work.version });
    const expectedVersion = work.version + 1;
    const decision = 'SAME_PERSON' as const;
    const answered = await this.decide(review, { reader, purpose, reason, decision, expectedVersion });
    return { ...answered, review };
  }

  async #read(
    transaction: Knex.Transaction,
    id: string,
    answer: Answer,
    reading: Reading,
  ): Promise<AnswerOutcome> {
    const question = await this.#claimed(transaction, id, answer.reader);
    const { work, item } = question;
    const position = work.first_decision === null ? 1 : 2;
    const outcome = position === 1 ? this.#afterFirst(work, reading) : afterSecond(work, answer);
    const changed = changesBy(outcome, work, answer, this.#settings.now());
    const lane = laneOf(statusAfter[outcome], item.kind);
    await update(transaction, id, answer.expectedVersion, { ...released, ...changed, lane });
    await this.#keep(transaction, question, { ...answer, position, isApplied: outcome === 'APPLIED' });
    return outcome;
  }

  #afterFirst(
    { needs_second_reader: isNeeded }: ReviewWorkRow,
    { mergesManualLinks }: Reading,
  ): AnswerOutcome {
    const { random, secondReaderShare } = this.#settings;
    const isByChance = random() < secondReaderShare;
    return isNeeded === 1 || mergesManualLinks || isByChance ? 'AWAITS_SECOND_READER' : 'APPLIED';
  }

  /** @throws IndexRefusal NOT_CLAIMED where the reader has no claim, or it has ended */
  async #claimed(transaction: Knex.Transaction, id: string, reader: string): Promise<Question> {
    const question = await openQuestion(transaction, id);
    const { work } = question;
    if (work.claimed_by === reader && isHeld(work, this.#settings.now())) return question;
    throw new IndexRefusal('NOT_CLAIMED');
  }

  async #keep(transaction: Knex.Transaction, { work, item }: Question, said: Said): Promise<void> {
    const at = this.#settings.now();
    const row: ReadingRow = {
      review_id: item.id,
      kind: item.kind,
      weight: item.weight,
      round: work.disagreements,
      position: said.position,
      reader: said.reader,
      decision: said.decision,
      reason: said.reason,
      purpose: said.purpose,
      is_applied: said.isApplied ? 1 : 0,
      seconds: Math.round((at.getTime() - Date.parse(work.claimed_at ?? at.toISOString())) / 1000),
      at: at.toISOString(),
    };
    await transaction('review_readings').insert(row);
  }
}

interface Question {
  readonly work: ReviewWorkRow;
  readonly item: ReviewItemRow;
}

interface Said extends ReadersAct {
  readonly decision: ReviewDecision | 'DEFER';
  readonly reason: string;
  readonly position: 0 | 1 | 2;
  readonly isApplied: boolean;
}

const released = { claimed_by: null, claimed_at: null, lease_until: null };

const statusAfter: Readonly<Record<AnswerOutcome, ReviewStatus>> = {
  APPLIED: 'DECIDED',
  AWAITS_SECOND_READER: 'SECOND_READER',
  REOPENED: 'OPEN',
};

function afterSecond({ first_decision: first }: ReviewWorkRow, { decision }: Answer): AnswerOutcome {
  return first === decision ? 'APPLIED' : 'REOPENED';
}

function changesBy(
  outcome: AnswerOutcome,
  work: ReviewWorkRow,
  answer: Answer,
  now: Date,
): Partial<ReviewWorkRow> {
  const { reader, decision } = answer;
  if (outcome === 'APPLIED') return { decision, decided_at: now.toISOString() };
  if (outcome === 'AWAITS_SECOND_READER') return { first_reader: reader, first_decision: decision };
  const disagreements = work.disagreements + 1;
  return { first_reader: null, first_decision: null, needs_second_reader: 1, disagreements };
}

/** @throws IndexRefusal UNKNOWN_REVIEW, ALREADY_DECIDED */
async function openQuestion(database: Database | Knex.Transaction, id: string): Promise<Question> {
  const item = await database<ReviewItemRow>('review_items').where({ id }).first();
  const work = await database<ReviewWorkRow>('review_work').where({ review_id: id }).first();
  if (item === undefined || work === undefined) throw new IndexRefusal('UNKNOWN_REVIEW');
  if (item.status === 'DECIDED') throw new IndexRefusal('ALREADY_DECIDED');
  return { item, work };
}

/** Of several who have seen the same version one changes it. @throws IndexRefusal CHANGED_SINCE */
async function update(
  database: Database | Knex.Transaction,
  id: string,
  version: number,
  changed: Partial<ReviewWorkRow>,
): Promise<void> {
  const rows = await database('review_work')
    .where({ review_id: id, version })
    .update({ ...changed, version: version + 1 });
  if (rows !== 1) throw new IndexRefusal('CHANGED_SINCE');
}

/** @throws IndexRefusal REASON_MISSING for an empty one, and for one that is too long to be kept whole */
export function readReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > longestReason) throw new IndexRefusal('REASON_MISSING');
  return reason;
}
