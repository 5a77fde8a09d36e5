import { createHash } from 'node:crypto';

import type { Knex } from 'knex';

import type { Database, MergeSpan } from '../../governance/index.ts';
import type { DisclosureFacts, KeptDisclosureRow } from '../index-of-disclosures/index.ts';
import type { DecisionRecord, DisclosurePosition, DisclosureRecord } from './disclosure-record.ts';

/** Whose disclosures: all that are named must hold. */
export interface DisclosureQuestion {
  readonly residentId?: string;
  /** Other ids under which the resident was known, and when. */
  readonly alsoUnder?: readonly MergeSpan[];
  /** Who received, by the subject of their token. */
  readonly subject?: string;
  /** The agency that received. */
  readonly recipient?: string;
  /** The agency whose data it was. */
  readonly provider?: string;
  /** Of several agencies, either what they provided or what they received. */
  readonly party?: string;
  readonly purposes?: readonly string[];
  readonly outcome?: DisclosureRecord['outcome'];
  /** Whether only those under a break-glass session count, and the agency whose review is missing. */
  readonly breakGlass?: { readonly reviewMissingAt: string | null };
  /** Those that one break-glass session opened. */
  readonly session?: string;
  readonly since?: Date;
  /** Not included. */
  readonly until?: Date;
  readonly after?: DisclosurePosition | null;
  /** The last place that counts; included. */
  readonly through?: DisclosurePosition | null;
  readonly limit: number;
}

/** The disclosures that a question asks for, newest first, from the index. */
export async function readDisclosures(
  database: Database,
  question: DisclosureQuestion,
): Promise<readonly DisclosureRecord[]> {
  const rows = (await matching(database, question)
    .orderBy(newestFirst)
    .limit(question.limit)
    .select()) as readonly KeptDisclosureRow[];
  const hashes = rows.flatMap(({ terms }) => terms ?? []);
  const terms = await readTerms(database, [...new Set(hashes)]);
  return rows.map((row) => recordOf(row, row.terms === null ? [] : terms(row.terms)));
}

/**
 * The place up to which the next so many go of the disclosures that an index finds: by resident, recipient, session and
 * time, whatever else the question asks; null if there are not so many.
 */
export async function windowEnd(
  database: Database,
  question: Omit<DisclosureQuestion, 'limit'>,
  size: number,
): Promise<DisclosurePosition | null> {
  const [row] = (await indexed(database, question)
    .orderBy(newestFirst)
    .offset(size - 1)
    .limit(1)
    .select('at', 'log', 'sequence')) as readonly KeptDisclosureRow[];
  return row === undefined ? null : [row.at, row.log, String(row.sequence)];
}

const newestFirst = ['at', 'log', 'sequence'].map((column) => ({ column, order: 'desc' }) as const);

/** What indexes bear: so many of these can be found without reading others. */
function indexed(database: Database, question: Omit<DisclosureQuestion, 'limit'>): Knex.QueryBuilder {
  const { residentId, alsoUnder = [], subject, session, breakGlass, since, until } = question;
  const rows: Knex.QueryBuilder = database('ledger_disclosures');
  if (residentId !== undefined) ofResident(rows, residentId, alsoUnder);
  if (subject !== undefined) void rows.where('subject', subject);
  if (session !== undefined) void rows.where('break_glass', session);
  if (breakGlass) underBreakGlass(database, rows, breakGlass.reviewMissingAt);
  if (since !== undefined) void rows.where('at', '>=', since.toISOString());
  if (until !== undefined) void rows.where('at', '<', until.toISOString());
  if (question.after) after(rows, question.after);
  if (question.through) through(rows, question.through);
  return rows;
}

function ofResident(rows: Knex.QueryBuilder, residentId: string, alsoUnder: readonly MergeSpan[]): void {
  void rows.where((any) => {
    void any.where('resident_id', residentId);
    for (const { residentId: other, since, until } of alsoUnder) {
      void any.orWhere((span) => {
        void span.where('resident_id', other);
        if (since !== null) void span.where('at', '>=', since.toISOString());
        if (until !== null) void span.where('at', '<', until.toISOString());
      });
    }
  });
}

function matching(database: Database, question: DisclosureQuestion): Knex.QueryBuilder {
  const { recipient, provider, party, outcome, purposes } = question;
  const rows = indexed(database, question);
  if (recipient !== undefined) void rows.where('agency', recipient);
  if (provider !== undefined) void rows.whereIn('terms', termsOf(database, provider));
  if (party !== undefined)
    void rows.where((either) => {
      void either.where('agency', party).orWhereIn('terms', termsOf(database, party));
    });
  if (outcome !== undefined) void rows.where('outcome', outcome);
  if (purposes !== undefined) void rows.whereIn('purpose', [...purposes]);
  return rows;
}

/** Hashes of the terms that speak of an agency's data. */
export function termsOf(database: Database, agency: string): Knex.QueryBuilder {
  return database('ledger_terms_agencies').where({ agency }).select('hash');
}

function underBreakGlass(database: Database, rows: Knex.QueryBuilder, agency: string | null): void {
  void rows.whereNotNull('break_glass');
  if (agency === null) return;
  const waiting = database('break_glass_reviews').where({ agency }).whereNull('reviewed_at');
  void rows.whereIn('break_glass', waiting.select('session_id'));
}

function after(rows: Knex.QueryBuilder, [at, log, sequence]: DisclosurePosition): void {
  void rows.where('at', '<=', at).where((later) => {
    void later
      .where('at', '<', at)
      .orWhere('log', '<', log)
      .orWhere((same) => void same.where('log', log).where('sequence', '<', Number(sequence)));
  });
}

function through(rows: Knex.QueryBuilder, [at, log, sequence]: DisclosurePosition): void {
  void rows.where('at', '>=', at).where((earlier) => {
    void earlier
      .where('at', '>', at)
      .orWhere('log', '>', log)
      .orWhere((same) => void same.where('log', log).where('sequence', '>=', Number(sequence)));
  });
}

/** Hashes of one statement. */
const mostHashes = 200;

/** @throws Error if a text is not the one that its hash names */
export async function readTerms(
  database: Database,
  hashes: readonly string[],
): Promise<(hash: string) => readonly DecisionRecord[]> {
  const texts = new Map<string, string>();
  for (let at = 0; at < hashes.length; at += mostHashes) {
    // oxlint-disable-next-line no-await-in-loop -- a statement takes only so many values
    const rows = (await database('ledger_terms')
      .whereIn('hash', hashes.slice(at, at + mostHashes))
      .orderBy(['hash', 'part'])
      .select('hash', 'text')) as readonly { readonly hash: string; readonly text: string }[];
    for (const { hash, text } of rows) texts.set(hash, (texts.get(hash) ?? '') + text);
  }
  const read = new Map([...texts].map(([hash, text]) => [hash, readText(hash, text)]));
  return (hash) => {
    const decisions = read.get(hash);
    if (decisions === undefined) throw new Error('The index lacks the terms of a disclosure.');
    return decisions;
  };
}

function readText(hash: string, text: string): readonly DecisionRecord[] {
  if (createHash('sha256').update(text).digest('base64url') !== hash)
    throw new Error('The terms of a disclosure are not those that it names.');
  return JSON.parse(text) as readonly DecisionRecord[];
}

function recordOf(row: KeptDisclosureRow, decisions: readonly DecisionRecord[]): DisclosureRecord {
  const facts = (row.facts === null ? {} : JSON.parse(row.facts)) as DisclosureFacts;
  const { roles = [], consents = [], declarations = [], isOwn = false } = facts;
  const isByResident = facts.isByResident ?? roles.includes('resident');
  const { log, subject, agency, application, purpose, request, epoch, answer } = row;
  return {
    log,
    sequence: Number(row.sequence),
    at: new Date(row.at),
    residentId: row.resident_id,
    outcome: row.outcome as DisclosureRecord['outcome'],
    recipient: { subject, agency, application, roles },
    isOwn,
    isByResident,
    purpose,
    operation: { hash: row.operation_hash, name: row.operation_name },
    request,
    epoch,
    decisions,
    agencies: JSON.parse(row.agencies) as readonly string[],
    consents,
    declarations,
    breakGlass: row.break_glass,
    answer,
  };
}
