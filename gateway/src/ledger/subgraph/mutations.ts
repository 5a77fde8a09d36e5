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
  ): Promise<ForgottenDisclosures> => {
    const { caller } = context;
    const isTheirs = caller.roles.includes('privacy-officer') && caller.agency === residentIndex;
    const order = async (): Promise<ForgottenDisclosures> => {
      if (isTheirs) return forgotten(residentId, context);
      throw failure('FORBIDDEN', { message: 'This is for privacy officers of the resident index.' });
    };
    // An order that is carried out must leave nothing that names the resident.
    const named = isTheirs ? null : residentId;
    const act = { type: 'expungement-ordered', caller, subjectId: null, residentId: named } as const;
    return performRecorded(context, act, async () => answered(order));
  },
};

/** `ForgottenDisclosures` of the schema. */
interface ForgottenDisclosures {
  readonly years: number;
  readonly residentIds: readonly string[];
  readonly keptUnder: readonly string[];
}

/**
 * Forgets a resident under all ids that are theirs. What was recorded under another resident's while theirs led to it by
 * mistake may be about either, and stays.
 */
async function forgotten(
  residentId: string,
  { caller, forget, mergeSpansOf }: LedgerContext,
): Promise<ForgottenDisclosures> {
  const spans = await mergeSpansOf(residentId);
  const others = spans.filter(({ since }) => since !== null);
  if (others.some(({ until }) => until === null))
    throw failure('BAD_USER_INPUT', {
      message: 'residentId: the id leads to another now. Order it for that one, which takes in this one.',
    });
  const merged = spans.filter(({ since }) => since === null).map((span) => span.residentId);
  const residentIds = [residentId, ...merged];
  const years = await forget(residentIds, caller.subject);
  return { years, residentIds, keptUnder: [...new Set(others.map((span) => span.residentId))] };
}

/** The agency that issues residents' ids. */
const residentIndex = 'residents';

function subjectOf({ id, residentId }: Suspension): {
  readonly subjectId: string;
  readonly residentId: string;
} {
  return { subjectId: id, residentId };
}
