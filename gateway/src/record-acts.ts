import type { Caller } from './authentication/index.ts';
import type { AgreementSet } from './authorization/index.ts';
import type { Governance, Writings } from './governance/index.ts';
import type { RecordedAct, Recorder } from './ledger/index.ts';
import { performRecorded } from './ledger/index.ts';

/** The event of each writing. */
const acts = {
  recordConsent: 'consent-recorded',
  revokeConsent: 'consent-revoked',
  assignRelationship: 'relationship-assigned',
  endRelationship: 'relationship-ended',
  openBreakGlass: 'break-glass-opened',
  closeBreakGlass: 'break-glass-closed',
  reviewBreakGlass: 'break-glass-reviewed',
  declareEmergency: 'emergency-declared',
  confirmEmergency: 'emergency-confirmed',
  endEmergency: 'emergency-ended',
  restrictAgency: 'agency-restricted',
  liftRestriction: 'restriction-lifted',
} as const satisfies Readonly<Record<keyof Writings, RecordedAct['type']>>;

/** Of what was written, or of what was asked for. */
interface Subject {
  readonly id?: string;
  readonly sessionId?: string;
  readonly residentId?: string;
}

type Write = (caller: Caller, given: unknown) => Promise<Subject>;

/** The same governance, every act at which is recorded before it is done, and what became of it before it is answered. */
export function recordedGovernance(governance: Governance, recorder: Recorder): Governance {
  return {
    ...governance,
    writings: (policy) => {
      const writings = governance.writings(policy);
      const recorded = Object.entries(acts).map(([name, type]) => {
        const write = writings[name as keyof Writings] as Write;
        return [name, recordedWrite(type, write, recorder)];
      });
      return Object.fromEntries(recorded);
    },
  };
}

function recordedWrite(type: RecordedAct['type'], write: Write, recorder: Recorder): Write {
  return async (caller, given) => {
    const act = { type, caller, ...subjectOf(given) };
    return performRecorded(recorder, act, async () => write(caller, given), subjectOf);
  };
}

function subjectOf(about: unknown): Pick<RecordedAct, 'subjectId' | 'residentId'> {
  if (typeof about === 'string') return { subjectId: about, residentId: null };
  const { id, sessionId, residentId } = (about ?? {}) as Subject;
  return { subjectId: id ?? sessionId ?? null, residentId: residentId ?? null };
}

/** Where agreements come from, and who is told of others. */
interface FollowedAgreements {
  readonly agreements: () => AgreementSet;
  readonly onAgreementsChange: (listener: (next: AgreementSet) => void) => void;
}

/**
 * Records which agreements there are when the process begins, and every change from then on. A change that can't be
 * recorded is told to the log by the recorder: it is in force all the same, as its officers signed it.
 */
export async function recordAgreements(followed: FollowedAgreements, recorder: Recorder): Promise<void> {
  let before = followed.agreements();
  followed.onAgreementsChange((next) => {
    void recordChange(before, next, recorder).catch(() => undefined);
    before = next;
  });
  await recorder.happened({ type: 'agreements-changed', digest: before.digest, agreements: [], removed: [] });
}

async function recordChange(before: AgreementSet, next: AgreementSet, recorder: Recorder): Promise<void> {
  const known = new Map(
    before.agreements.map(({ id, contentHash, status }) => [id, `${status} ${contentHash}`]),
  );
  const changed = next.agreements.filter(
    ({ id, contentHash, status }) => known.get(id) !== `${status} ${contentHash}`,
  );
  const kept = new Set(next.agreements.map(({ id }) => id));
  const removed = [...known.keys()].filter((id) => !kept.has(id));
  const agreements = changed.map(({ id, version, status, contentHash }) => {
    return { id, version, status, contentHash };
  });
  await recorder.happened({ type: 'agreements-changed', digest: next.digest, agreements, removed });
}
