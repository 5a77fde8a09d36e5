import type { Caller } from '../../authentication/index.ts';
import type { DecisionRecord, DisclosureRecord } from './disclosure-record.ts';
import type { Suspension } from './suspensions.ts';

/** What of a record a reader may see; null if nothing. */
export type View = (record: DisclosureRecord) => DisclosureRecord | null;

/** What the law and the catalogue say of categories and agreements. */
export interface ReadingRules {
  /** Whoever may not see the category must not learn that there is anything of it. */
  readonly isConcealing: (category: string) => boolean;
  /** Whether a law governs the category, by the beginning of its citation. */
  readonly isGovernedBy: (category: string, citation: string) => boolean;
  /** Citations that an agreement names as its authority. */
  readonly authorityOf: (agreement: string) => readonly string[];
}

/** Record and decisions that are left; without any the record shows nothing. */
function withDecisions(
  record: DisclosureRecord,
  isLeft: (decision: DecisionRecord) => boolean,
): DisclosureRecord | null {
  const decisions = record.decisions.filter(isLeft);
  return decisions.length > 0 ? { ...record, decisions } : null;
}

/**
 * The resident's own view (45 CFR 164.528, 42 CFR 2.24, 5 USC 552a(c)(3)). It leaves out what is concealed from
 * everybody who isn't shown it, the whole of a record of which an agency's statement suspends something until its date,
 * and who another resident is that asked, one with whom they were taken for one included.
 */
export function residentView(
  rules: ReadingRules,
  residentId: string,
  suspensions: readonly Suspension[],
): View {
  return (record) => {
    if (suspensions.some((suspension) => isSuspended(record, suspension))) return null;
    const seen = withoutConcealed(record, rules);
    if (seen === null) return null;
    const isThemself = record.isOwn && record.residentId === residentId;
    const isOtherResident = !isThemself && record.isByResident;
    return isOtherResident ? { ...seen, recipient: { ...seen.recipient, subject: null } } : seen;
  };
}

/** Who received, why and when would tell of what is suspended, whatever else was decided with it. */
function isSuspended({ recipient, decisions }: DisclosureRecord, suspension: Suspension): boolean {
  return (
    recipient.agency === suspension.agency &&
    decisions.some(({ providers }) => providers.includes(suspension.provider))
  );
}

/** Fields without categories come with everything: where something is concealed they alone show no record. */
function withoutConcealed(record: DisclosureRecord, { isConcealing }: ReadingRules): DisclosureRecord | null {
  const seen = withDecisions(
    record,
    ({ isConcealed, categories }) => isConcealed !== true && !categories.some(isConcealing),
  );
  if (seen === null || isWhole(seen, record)) return seen;
  if (seen.decisions.every(({ categories }) => categories.length === 0)) return null;
  return { ...seen, agencies: agenciesOf(seen) };
}

function isWhole(seen: DisclosureRecord, record: DisclosureRecord): boolean {
  return seen.decisions.length === record.decisions.length;
}

/** Those of the agencies that were asked of which the decisions speak. */
function agenciesOf({ agencies, decisions }: DisclosureRecord, own?: string): readonly string[] {
  const shown = new Set(decisions.flatMap(({ providers }) => providers));
  return agencies.filter((agency) => agency === own || shown.has(agency));
}

/**
 * The view of an agency's officers: what their agency's data was used for, and what was shown to those who work for
 * it, without what must not show and without what other agencies' data was used for.
 */
export function officerView({ agency }: Caller): View {
  return (record) => {
    const isRecipient = record.recipient.agency === agency && !record.isOwn;
    const seen = withDecisions(
      record,
      ({ providers, isConcealed }) => providers.includes(agency) || (isRecipient && isConcealed !== true),
    );
    if (seen === null) return null;
    const agencies = agenciesOf(seen, agency);
    return isRecipient || isWhole(seen, record)
      ? { ...seen, agencies }
      : { ...withoutCircumstances(seen), agencies };
  };
}

/** What belongs to the whole of an operation; a break-glass session stays with those who answer for what it opened. */
function withoutCircumstances(record: DisclosureRecord): DisclosureRecord {
  const isOpened = record.decisions.some(({ outcome }) => outcome === 'permit');
  return {
    ...record,
    consents: [],
    declarations: [],
    breakGlass: isOpened ? record.breakGlass : null,
    operation: { ...record.operation, name: null },
  };
}

/** The requester's own view: what must not show to them when they ask doesn't show to them here. */
export const requesterView: View = (record) =>
  withDecisions(record, ({ isConcealed }) => isConcealed !== true);

/** Treatment, payment and operations (45 CFR 164.501, 164.528(a)(1)(i)). */
const treatmentPaymentOperations: ReadonlySet<string> = new Set([
  'TREAT',
  'ETREAT',
  'CAREMGT',
  'COC',
  'HPAYMT',
  'COVERAGE',
  'HOPERAT',
]);

/** Authorities of disclosures that need no accounting: 45 CFR 164.528(a)(1)(i), (iv), (v), (vi), (vii), (viii). */
const excluded = [
  '45 CFR 164.506',
  '45 CFR 164.508',
  '45 CFR 164.510',
  '45 CFR 164.512(k)(2)',
  '45 CFR 164.512(k)(5)',
  '45 CFR 164.514(e)',
];

/**
 * The accounting that one covered agency owes (45 CFR 164.528): what was disclosed of its data, and not for treatment,
 * payment or operations, to the resident or whoever stands for them, by an authorization, or under an authority that
 * needs none.
 */
export function accountingView(provider: string, { authorityOf }: ReadingRules): View {
  return (record) => {
    const { outcome, isOwn, purpose, consents } = record;
    const isToThemself = isOwn || purpose === 'FAMRQT';
    const isExcluded = isToThemself || consents.length > 0 || treatmentPaymentOperations.has(purpose ?? '');
    if (outcome !== 'answered' || isExcluded) return null;
    return withDecisions(
      record,
      ({ outcome: decided, providers, agreements = [] }) =>
        decided === 'permit' &&
        providers.includes(provider) &&
        !agreements.flatMap(({ id }) => authorityOf(id)).some(isExcludedAuthority),
    );
  };
}

function isExcludedAuthority(citation: string): boolean {
  return excluded.some((authority) => citation.startsWith(authority));
}

/** Who was given records of treatment by a consent that names an intermediary (42 CFR 2.24). */
export function treatmentRecipientsView({ isGovernedBy }: ReadingRules): View {
  return (record) =>
    record.outcome === 'answered' && record.consents.length > 0
      ? withDecisions(
          record,
          ({ outcome, categories }) =>
            outcome === 'permit' && categories.some((name) => isGovernedBy(name, '42 CFR 2.')),
        )
      : null;
}

/** What both views show. */
export function both(first: View, second: View): View {
  return (record) => {
    const seen = first(record);
    return seen && second(seen);
  };
}
