import type { Database } from '@resident-graph/subgraph-kit';

import type { PersonRecord } from '../../linkage/index.ts';
import type { ReadingRow } from '../review-row.ts';
import { calibrationOf, type CalibrationBin } from './calibration.ts';
import { cohensKappa } from './cohens-kappa.ts';
import { dimensions, dimensionsNotKnown } from './groups.ts';
import { joinedLinks } from './joined-links.ts';
import { median } from './median.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A share of links that were right, among those that persons judged; the interval is of 95 % (Wilson). */
interface Precision {
  readonly judged: number;
  readonly right: number;
  /** Of which persons could not tell; they are not among the judged. */
  readonly notTold: number;
  readonly precision: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How good the index is, by what persons have found of it; tells of nobody. */
export interface IdentityQuality {
  readonly from: string;
  readonly until: string;
  readonly automaticLinks: Precision;
  readonly groups: readonly {
    readonly dimension: string;
    readonly group: string;
    readonly links: Precision;
  }[];
  readonly groupsNotKnown: readonly string[];
  readonly calibration: readonly CalibrationBin[];
  readonly queue: QueueFigures;
  readonly readers: { readonly pairs: number; readonly alike: number; readonly kappa: number | null };
  readonly unlinks: { readonly links: number; readonly unlinked: number; readonly rate: number | null };
}

interface QueueFigures {
  readonly open: number;
  readonly deferred: number;
  readonly awaitingSecondReader: number;
  readonly oldestHours: number | null;
  readonly medianHours: number | null;
  readonly answers: number;
  readonly medianMinutes: number | null;
}

const millisecondsOfDay = 86_400_000;

/** The figures of the last days. */
export async function readQuality(
  database: Database,
  days: number,
  now = new Date(),
): Promise<IdentityQuality> {
  const from = new Date(now.getTime() - days * millisecondsOfDay).toISOString();
  const readings: readonly ReadingRow[] = await database('review_readings')
    .where('at', '>=', from)
    .orderBy('id');
  const applied = readings.filter(({ is_applied: isApplied }) => isApplied === 1);
  const audits = applied.filter(({ kind }) => kind === 'AUDIT');
  return {
    from,
    until: now.toISOString(),
    automaticLinks: precisionOf(audits),
    groups: await groupsOf(database, audits, now),
    groupsNotKnown: dimensionsNotKnown,
    calibration: calibrationOf(applied),
    queue: await queueFigures(database, readings, now),
    readers: readersOf(readings),
    unlinks: await unlinksOf(database, from),
  };
}

function precisionOf(readings: readonly ReadingRow[]): Precision {
  const judged = readings.filter(({ decision }) => decision !== 'CANNOT_TELL');
  const right = judged.filter(({ decision }) => decision === 'SAME_PERSON').length;
  const interval = wilsonInterval(right, judged.length);
  return {
    judged: judged.length,
    right,
    notTold: readings.length - judged.length,
    precision: interval?.share ?? null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

async function groupsOf(
  database: Database,
  audits: readonly ReadingRow[],
  now: Date,
): Promise<IdentityQuality['groups']> {
  const rows: readonly { readonly id: string; readonly person: string }[] = await database('review_items')
    .join('local_records', 'local_records.id', 'review_items.record_id')
    .where('review_items.kind', 'AUDIT')
    .select('review_items.id', 'local_records.person');
  const people = new Map(rows.map(({ id, person }) => [id, JSON.parse(person) as Partial<PersonRecord>]));
  return dimensions.flatMap(({ name: dimension, groupOf }) => {
    const ofReading = ({ review_id: id }: ReadingRow): string => groupOf(people.get(id) ?? {}, now);
    return [...new Set(audits.map(ofReading))].toSorted().map((group) => ({
      dimension,
      group,
      links: precisionOf(audits.filter((reading) => ofReading(reading) === group)),
    }));
  });
}

async function queueFigures(
  database: Database,
  readings: readonly ReadingRow[],
  now: Date,
): Promise<QueueFigures> {
  const waiting: readonly { readonly lane: string; readonly opened_at: string }[] = await database(
    'review_work',
  )
    .whereNot('lane', 'like', 'DECIDED %')
    .select('lane', 'opened_at');
  const inLane = (status: string): number =>
    waiting.filter(({ lane }) => lane.startsWith(`${status} `)).length;
  const hours = waiting.map(({ opened_at: at }) => (now.getTime() - Date.parse(at)) / 3_600_000);
  const answers = readings.filter(({ position }) => position !== 0);
  return {
    open: inLane('OPEN'),
    deferred: inLane('DEFERRED'),
    awaitingSecondReader: inLane('SECOND_READER'),
    oldestHours: hours.length === 0 ? null : hours.reduce((oldest, each) => Math.max(oldest, each)),
    medianHours: median(hours),
    answers: answers.length,
    medianMinutes: median(answers.map(({ seconds }) => seconds / 60)),
  };
}

function readersOf(readings: readonly ReadingRow[]): IdentityQuality['readers'] {
  const seconds = readings.filter(({ position }) => position === 2);
  const pairs = seconds.flatMap((second) => {
    const first = readings.findLast(
      (one) =>
        one.position === 1 &&
        one.review_id === second.review_id &&
        one.round === second.round &&
        one.reader !== second.reader &&
        one.at <= second.at,
    );
    return first === undefined ? [] : [[first.decision, second.decision] as const];
  });
  const alike = pairs.filter(([one, other]) => one === other).length;
  return { pairs: pairs.length, alike, kappa: cohensKappa(pairs) };
}

async function unlinksOf(database: Database, from: string): Promise<IdentityQuality['unlinks']> {
  const made = () =>
    joinedLinks(database)
      .join({ made: 'index_events' }, 'made.sequence', 'links.from_sequence')
      .where('made.at', '>=', from);
  const [counted] = await made().count({ links: '*' });
  const ended: readonly { readonly made_at: string; readonly ended_at: string }[] = await made()
    .join({ ended: 'index_events' }, 'ended.sequence', 'links.until_sequence')
    .where('ended.type', 'UNLINK')
    .select({ made_at: 'made.at', ended_at: 'ended.at' });
  const unlinked = ended.filter(
    ({ made_at: begun, ended_at: end }) => Date.parse(end) - Date.parse(begun) <= 90 * millisecondsOfDay,
  ).length;
  const links = Number(counted.links);
  return { links, unlinked, rate: links === 0 ? null : unlinked / links };
}
