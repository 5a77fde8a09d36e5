import { constraintKey, type ReviewState } from '../changes.ts';
import type { EventType } from '../index-event.ts';
import type { IndexStore } from '../index-store.ts';
import { IndexRefusal } from '../refusal.ts';
import { link, linkOf } from './link.ts';
import { merge } from './merge.ts';
import { areSpokenOf } from './spoken-of.ts';
import { survivorFirst } from './survivor-first.ts';
import { unlink } from './unlink.ts';

/** What a person answers: whether the record is of the same person as the resident. */
export type ReviewDecision = 'SAME_PERSON' | 'DIFFERENT_PERSON' | 'CANNOT_TELL';

/**
 * Carries out the answer to a question, and closes it. Gives what was done.
 *
 * 1. SAME_PERSON: the record goes to the resident, with all records of its own resident; where it is there already,
 *    that is confirmed. An audit confirms nothing: it only counts.
 * 2. DIFFERENT_PERSON: the record can no longer be linked with the resident's records; it leaves them where it is there.
 * 3. CANNOT_TELL: nothing but the question changes.
 *
 * @throws IndexRefusal UNKNOWN_REVIEW, ALREADY_DECIDED
 */
export async function decide(store: IndexStore, id: string, decision: ReviewDecision): Promise<EventType> {
  const { question, own, other } = await situationOf(store, id);
  await store.set('review', id, { ...question, status: 'DECIDED' });
  if (decision === 'CANNOT_TELL') return 'DECIDE';
  const isTogether = own === other;
  if (decision === 'SAME_PERSON')
    return isTogether ? confirm(store, question, own) : bringTogether(store, question, own, other);
  return isTogether ? takeApart(store, question, own) : tellApart(store, question, own, other);
}

/** Whether the answer that they are the same would bring residents together of whom a person has spoken before. */
export async function mergesManualLinks(store: IndexStore, id: string): Promise<boolean> {
  const { own, other } = await situationOf(store, id);
  return own !== other && areSpokenOf(store, own, other);
}

interface Situation {
  readonly question: ReviewState;
  /** The record's resident, and the one that is asked about, as they are today. */
  readonly own: string;
  readonly other: string;
}

async function situationOf(store: IndexStore, id: string): Promise<Situation> {
  const question = await store.get('review', id);
  if (question === null) throw new IndexRefusal('UNKNOWN_REVIEW');
  if (question.status === 'DECIDED') throw new IndexRefusal('ALREADY_DECIDED');
  const own = await linkOf(store, question.record);
  const state = await store.get('resident', question.resident);
  return { question, own, other: state?.replacedBy ?? question.resident };
}

async function confirm(
  store: IndexStore,
  { kind, record }: ReviewState,
  resident: string,
): Promise<EventType> {
  if (kind === 'AUDIT') return 'DECIDE';
  await store.set('link', record, { resident, method: 'MANUAL' });
  for (const companion of await store.recordsOf(resident)) {
    if (companion === record) continue;
    // oxlint-disable-next-line no-await-in-loop
    await store.set('constraint', constraintKey(record, companion), { kind: 'MUST_LINK' });
  }
  return 'CONFIRM';
}

async function bringTogether(
  store: IndexStore,
  { record }: ReviewState,
  own: string,
  other: string,
): Promise<EventType> {
  if ((await store.recordsOf(own)).length === 1) {
    await link(store, record, other);
    return 'LINK';
  }
  const [survivor, merged] = await survivorFirst(store, own, other);
  await merge(store, survivor, merged);
  return 'MERGE';
}

async function takeApart(store: IndexStore, { record }: ReviewState, resident: string): Promise<EventType> {
  if ((await store.recordsOf(resident)).length === 1) return 'DECIDE';
  await unlink(store, record);
  return 'UNLINK';
}

async function tellApart(
  store: IndexStore,
  { kind, record }: ReviewState,
  own: string,
  other: string,
): Promise<EventType> {
  const mine = kind === 'POTENTIAL_DUPLICATE' ? await store.recordsOf(own) : [record];
  const theirs = await store.recordsOf(other);
  const keys = mine.flatMap((one) => theirs.map((two) => constraintKey(one, two)));
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop
    await store.set('constraint', key, { kind: 'CANNOT_LINK' });
  }
  return 'APART';
}
