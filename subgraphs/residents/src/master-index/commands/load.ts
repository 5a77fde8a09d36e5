import { constraintKey, keptWeight } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import type { Match, Matcher } from '../matcher.ts';
import { issueResidentId } from '../resident-id.ts';
import { ask, askOfMatch } from './ask.ts';

export interface LocalRecord {
  /** A keyed hash of agency and local id; the local id itself never gets here. */
  readonly id: string;
  readonly source: string;
  /** What linkage compares, as JSON. */
  readonly person: string;
}

/** Below this weight, in bits, a record no longer fits the resident whom it is linked to. */
const overlayWeight = -5;

/**
 * Takes a record in, new or changed.
 *
 * 1. A new record is linked to the one resident whom the policy finds certain, or to a new resident. Several certain
 *    ones are potential duplicates: the best is taken and a person is asked.
 * 2. A record that is linked already stays so, whoever linked it: where it no longer fits, a person is asked.
 * 3. What is possible is asked of a person, except what a person has denied already.
 */
export async function load(
  store: IndexStore,
  { id, source, person }: LocalRecord,
  matcher: Matcher,
): Promise<void> {
  const before = await store.get('record', id);
  const isUnchanged = before?.isActive === true && before.source === source;
  if (isUnchanged && (await store.personOf(id)) === person) return;
  const matches = await store.matches(matcher, id, person);
  await store.setRecord(id, { source, person });
  const residents = await byResident(store, id, matches);
  const linked = await store.get('link', id);
  const own = linked?.resident ?? (await linkNew(store, id, residents));
  if (linked !== null) await askOverlay(store, id, linked.resident, matches);
  for (const { record: other, ...candidate } of residents) {
    if (candidate.resident === own || candidate.decision === 'apart') continue;
    // oxlint-disable-next-line no-await-in-loop
    await askOfMatch(store, { ...candidate, record: id, other });
  }
}

interface Candidate extends Match {
  readonly resident: string;
}

/** The best match of each resident, best first; without those from whom a person has told the record apart. */
async function byResident(
  store: IndexStore,
  id: string,
  matches: readonly Match[],
): Promise<readonly Candidate[]> {
  const best = new Map<string, Candidate>();
  const denied = new Set<string>();
  for (const match of matches) {
    // oxlint-disable-next-line no-await-in-loop
    const resident = (await store.get('link', match.record))?.resident;
    if (resident === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop
    const constraint = await store.get('constraint', constraintKey(id, match.record));
    if (constraint?.kind === 'CANNOT_LINK') denied.add(resident);
    const other = best.get(resident);
    if (other === undefined || other.weight < match.weight) best.set(resident, { ...match, resident });
  }
  return [...best.values()]
    .filter(({ resident }) => !denied.has(resident))
    .sort((one, other) => other.weight - one.weight || (one.resident < other.resident ? -1 : 1));
}

async function linkNew(store: IndexStore, id: string, residents: readonly Candidate[]): Promise<string> {
  const certain = residents.find(({ decision }) => decision === 'link');
  const resident = certain?.resident ?? issueResidentId();
  if (certain === undefined) await store.set('resident', resident, { status: 'ACTIVE', replacedBy: null });
  await store.set('link', id, { resident, method: 'AUTO' });
  return resident;
}

async function askOverlay(
  store: IndexStore,
  id: string,
  resident: string,
  matches: readonly Match[],
): Promise<void> {
  const others = (await store.recordsOf(resident)).filter((record) => record !== id);
  if (others.length === 0) return;
  const nearest = nearestOf(matches, others);
  if (nearest !== null && nearest.weight >= overlayWeight) return;
  const evidence = { other: nearest?.record ?? null, weight: nearest && keptWeight(nearest.weight) };
  await ask(store, { kind: 'POSSIBLE_OVERLAY', record: id, resident, ...evidence });
}

/** The match of most weight among the given records. */
function nearestOf(matches: readonly Match[], among: readonly string[]): Match | null {
  const [first = null] = matches
    .filter(({ record }) => among.includes(record))
    .sort((one, other) => other.weight - one.weight);
  return first;
}
