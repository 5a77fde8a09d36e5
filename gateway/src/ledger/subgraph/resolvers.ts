import { dateTime } from '../../governance/index.ts';
import type { DecisionRecord, DisclosureRecord } from '../reading/index.ts';
import type { DisclosureProof } from '../verify/index.ts';
import type { LedgerContext } from './ledger-context.ts';
import { mutations } from './mutations.ts';
import { queries } from './queries.ts';
import { residents } from './residents.ts';

const disclosures = {
  recordedAt: ({ at }: DisclosureRecord): Date => at,
  resident: ({ residentId }: DisclosureRecord): { readonly id: string } => ({ id: residentId }),
  subject: ({ recipient }: DisclosureRecord): string | null => recipient.subject,
  recipient: ({ recipient }: DisclosureRecord): string => recipient.agency,
  application: ({ recipient }: DisclosureRecord): string => recipient.application,
  roles: ({ recipient }: DisclosureRecord): readonly string[] => recipient.roles,
  purposeOfUse: ({ purpose }: DisclosureRecord): string | null => purpose,
  operationName: ({ operation }: DisclosureRecord): string | null => operation.name,
  operationHash: ({ operation }: DisclosureRecord): string => operation.hash,
  requestId: ({ request }: DisclosureRecord): string => request,
  policyEpoch: ({ epoch }: DisclosureRecord): number => epoch,
  answerHash: ({ answer }: DisclosureRecord): string | null => answer,
  proof: async (
    { log, sequence }: DisclosureRecord,
    _: unknown,
    { proofOf }: LedgerContext,
  ): Promise<DisclosureProof | null> => proofOf(log, sequence),
};

const decisions = {
  isPermitted: ({ outcome }: DecisionRecord): boolean => outcome === 'permit',
  fields: ({ coordinates }: DecisionRecord): readonly string[] => coordinates,
  agreements: ({ agreements = [], agreement }: DecisionRecord): readonly string[] =>
    agreement === undefined || agreement === null
      ? agreements.map(({ id, version }) => `${id}@${version}`)
      : [agreement],
  authorities: ({ citations, authority }: DecisionRecord): readonly string[] =>
    citations ?? (authority === undefined ? [] : [authority]),
  obligations: ({ obligations = [] }: DecisionRecord): readonly string[] => obligations,
  transforms: ({ transforms = [] }: DecisionRecord): readonly string[] =>
    transforms.map(({ coordinate, transform }) => `${coordinate}: ${transform}`),
  reason: ({ reason }: DecisionRecord): string | null => reason ?? null,
  remedy: ({ remedy }: DecisionRecord): string | null => remedy ?? null,
};

/** The resolvers of schema.graphql; fields that are not here have the record's property of their name. */
export const resolvers: object = {
  DisclosureOutcome: { ANSWERED: 'answered', REFUSED: 'refused', UNDELIVERED: 'undelivered' },
  StatementForm: { WRITTEN: 'written', ORAL: 'oral' },
  DateTime: dateTime,
  Query: queries,
  Mutation: mutations,
  Resident: residents,
  Disclosure: disclosures,
  DisclosureDecision: decisions,
};
