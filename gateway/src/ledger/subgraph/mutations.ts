import { failure } from '../../errors/index.ts';
import type { NewSuspension, Suspension } from '../reading/index.ts';
import { resumeAccounting, suspendAccounting } from '../reading/index.ts';
import { performRecorded } from '../recording/index.ts';
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
    const act = {
      type: 'accounting-suspended',
      caller,
      subjectId: null,
      residentId: input.residentId,
    } as const;
    const suspend = async (): Promise<Suspension> => suspendAccounting(database, caller, given, at);
    return performRecorded(context, act, async () => answered(suspend), subjectOf);
  },
  resumeAccounting: async (
    _: unknown,
    { id }: { readonly id: string },
    context: LedgerContext,
  ): Promise<Suspension> => {
    const { database, caller, at } = context;
    const act = { type: 'accounting-resumed', caller, subjectId: id, residentId: null } as const;
    const resume = async (): Promise<Suspension> => resumeAccounting(database, caller, id, at);
    return performRecorded(context, act, async () => answered(resume), subjectOf);
  },
  forgetDisclosures: async (
    _: unknown,
    { residentId }: { readonly residentId: string },
    context: LedgerContext,
  ): Promise<number> => {
    const { caller, forget } = context;
    const { roles, agency, subject } = caller;
    const isTheirs = roles.includes('privacy-officer') && agency === residentIndex;
    const order = async (): Promise<number> => {
      if (isTheirs) return forget(residentId, subject);
      throw failure('FORBIDDEN', { message: 'This is for privacy officers of the resident index.' });
    };
    // An order that is carried out must leave nothing that names the resident.
    const named = isTheirs ? null : residentId;
    const act = { type: 'expungement-ordered', caller, subjectId: null, residentId: named } as const;
    return performRecorded(context, act, async () => answered(order));
  },
};

/** The agency that issues residents' ids. */
const residentIndex = 'residents';

function subjectOf({ id, residentId }: Suspension): {
  readonly subjectId: string;
  readonly residentId: string;
} {
  return { subjectId: id, residentId };
}
