import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { ConsentKind, RelationshipKind, ResidentFacts } from '../../governance/index.ts';
import type { PolicyParts } from '../policy/index.ts';
import { purposesOf } from './access-matrix.ts';

/** Who asks what for, about whom. */
export interface Situation {
  readonly caller: Caller;
  readonly purpose: PurposeOfUse | null;
  readonly facts: ResidentFacts;
}

/** One thing that could be otherwise. */
export interface Hypothesis {
  readonly kind: 'purpose' | 'training' | 'assurance' | 'relationship' | 'consent' | 'break-glass';
  /** The code, name or level; of a break-glass session its kind says all. */
  readonly value: string;
  readonly apply: (situation: Situation) => Situation;
}

const relationships: readonly RelationshipKind[] = [
  'caseload',
  'treating',
  'placement',
  'supervision',
  'household',
  'guardian',
];

const consents: readonly ConsentKind[] = [
  'general',
  'treatment-payment-operations',
  'specific',
  'notes',
  'victim-services',
];

/** Everything that a caller or a resident could do about a denial, one by one, at an instant. */
export function hypotheses(
  { agreements, catalogue }: Pick<PolicyParts, 'agreements' | 'catalogue'>,
  at: Date,
): readonly Hypothesis[] {
  const trainings = agreements.flatMap(({ grants }) =>
    grants.flatMap(({ conditions }) => conditions?.training ?? []),
  );
  const scope = { agreements, catalogue };
  return [
    ...purposesOf(agreements).map(statePurpose),
    ...[...new Set(trainings)].toSorted().map(completeTraining),
    ...[2, 3].map(stepUp),
    ...relationships.map((kind) => recordRelationship(kind, at)),
    ...consents.map((kind) => giveConsent(kind, scope, at)),
    breakGlass(scope, at),
  ];
}

function statePurpose(purpose: PurposeOfUse): Hypothesis {
  return { kind: 'purpose', value: purpose, apply: (situation) => ({ ...situation, purpose }) };
}

function completeTraining(training: string): Hypothesis {
  const apply = ({ caller, ...situation }: Situation): Situation => ({
    ...situation,
    caller: { ...caller, trainings: [...caller.trainings, training] },
  });
  return { kind: 'training', value: training, apply };
}

function stepUp(level: number): Hypothesis {
  const apply = ({ caller, ...situation }: Situation): Situation => ({
    ...situation,
    caller: { ...caller, assuranceLevel: Math.max(level, caller.assuranceLevel) },
  });
  return { kind: 'assurance', value: String(level), apply };
}

function recordRelationship(kind: RelationshipKind, at: Date): Hypothesis {
  const apply = (situation: Situation): Situation => {
    const { caller, facts } = situation;
    const { subject, agency } = caller;
    const { residentId } = facts;
    const recorded = { id: '', residentId, kind, subject, agency, validFrom: at, validUntil: null };
    return { ...situation, facts: { ...facts, relationships: [...facts.relationships, recorded] } };
  };
  return { kind: 'relationship', value: kind, apply };
}

type Scope = Pick<PolicyParts, 'agreements' | 'catalogue'>;

/** A consent to everything, from each agency that holds anything. */
function giveConsent(kind: ConsentKind, { agreements, catalogue }: Scope, at: Date): Hypothesis {
  const apply = (situation: Situation): Situation => {
    const { caller, facts } = situation;
    const given = agenciesOf(catalogue).map((discloser) => ({
      id: '',
      residentId: facts.residentId,
      kind,
      discloser,
      recipientAgencies: [caller.agency],
      recipientSubjects: [caller.subject],
      isGeneralDesignation: false,
      categories: catalogue.map(({ name }) => name),
      purposesOfUse: purposesOf(agreements),
      validFrom: at,
      validUntil: null,
      revokedAt: null,
    }));
    return { ...situation, facts: { ...facts, consents: [...facts.consents, ...given] } };
  };
  return { kind: 'consent', value: kind, apply };
}

function breakGlass({ catalogue }: Scope, at: Date): Hypothesis {
  const apply = (situation: Situation): Situation => {
    const { caller, facts } = situation;
    const session = {
      id: '',
      residentId: facts.residentId,
      subject: caller.subject,
      agencies: agenciesOf(catalogue),
      reason: 'MEDICAL_EMERGENCY' as const,
      openedAt: at,
      endsAt: new Date(at.getTime() + 60_000),
    };
    return { ...situation, facts: { ...facts, breakGlass: session } };
  };
  return { kind: 'break-glass', value: '', apply };
}

function agenciesOf(catalogue: Scope['catalogue']): readonly string[] {
  return [...new Set(catalogue.map(({ agency }) => agency))];
}
