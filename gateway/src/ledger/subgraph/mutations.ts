import { Failure, failure } from '../../errors/index.ts';
import type { NewSuspension, Suspension } from '../reading/index.ts';
import { resumeAccounting, suspendAccounting } from '../reading/index.ts';
import type { RecordedAct } from '../recording/index.ts';
import type { LedgerContext } from './ledger-context.ts';
import { answered } from './ledger-context.ts';

/** What is written about the ledger itself; each is recorded in it. */
export const mutations = {
  suspendAccounting: async (
    _: unknown,
    { input }: { readonly input: Omit<NewSuspension, 'endsAt'> & { readonly endsAt?: Date | null } },
    context: LedgerContext,
  ): Promise<Suspension> => {
    const { database, caller, at } = context;
    const given = { ...input, endsAt: input.endsAt ?? null };
    return recorded('accounting-suspended', context, input.residentId, () =>
      suspendAccounting(database, caller, given, at),
    );
  },
  resumeAccounting: async (
    _: unknown,
    { id }: { readonly id: string },
    context: LedgerContext,
  ): Promise<Suspension> => {
    const { database, caller, at } = context;
    return recorded('accounting-resumed', context, null, () => resumeAccounting(database, caller, id, at));
  },
  forgetDisclosures: async (
    _: unknown,
    { residentId }: { readonly residentId: string },
    { caller, forget }: LedgerContext,
  ): Promise<number> => {
    const { roles, agency, subject } = caller;
    if (!roles.includes('privacy-officer') || agency !== residentIndex)
      throw failure('FORBIDDEN', { message: 'This is for privacy officers of the resident index.' });
    return answered(() => forget(residentId, subject));
  },
};

/** The agency that issues residents' ids. */
const residentIndex = 'residents';

async function recorded(
  type: RecordedAct['type'],
  { acted, caller }: LedgerContext,
  residentId: string | null,
  act: () => Promise<Suspension>,
): Promise<Suspension> {
  await acted({ type, outcome: 'asked', code: null, caller, subjectId: null, residentId });
  try {
    const done = await answered(act);
    await acted({
      type,
      outcome: 'done',
      code: null,
      caller,
      subjectId: done.id,
      residentId: done.residentId,
    });
    return done;
  } catch (thrown) {
    const code = thrown instanceof Failure ? thrown.code : 'INTERNAL_SERVER_ERROR';
    if (code !== 'LEDGER_UNAVAILABLE')
      await acted({ type, outcome: 'refused', code, caller, subjectId: null, residentId });
    throw thrown;
  }
}
