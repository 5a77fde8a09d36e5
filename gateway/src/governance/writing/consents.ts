import { randomUUID } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { retrying } from '../database/index.ts';
import type { Consent } from '../facts/index.ts';
import type { ConsentRecord, ConsentRow } from '../records/index.ts';
import { consentOf, consentRow, consentsTable, instantText } from '../records/index.ts';
import { checkedId, checkedIds, checkedNames, checkedPeriod, checkedPurposes, wrong } from './checked.ts';
import type { Desk } from './desk.ts';
import { requireUnmerged } from './require-unmerged.ts';
import { bondsWith, forbidden, isOfficerOf, isThemself, notTheirs } from './standing.ts';

/** A consent that is to be recorded. */
export interface NewConsent extends Omit<Consent, 'id' | 'validFrom' | 'revokedAt'> {
  /** Left out: now. */
  readonly validFrom: Date | null;
}

/**
 * Records a consent. Who may: the resident themself, with identity assurance 2 or more, because it stands for a
 * signature (42 CFR 2.31(a)(8)), or a parent or guardian, to what they may see and may sign for; of the disclosing
 * agency, whoever works with the resident, and its officers. Nobody but the resident may name themself as the recipient, and nobody but they and officers the agency itself.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT.
 */
export async function recordConsent(desk: Desk, caller: Caller, given: NewConsent): Promise<ConsentRecord> {
  const now = desk.now();
  await requireStanding(desk, caller, given, now);
  const consent: ConsentRecord = {
    ...checkedConsent(desk, given, now),
    id: randomUUID(),
    revokedAt: null,
    recordedAt: now,
    recordedBy: caller.subject,
    recordedByAgency: caller.agency,
    revokedBy: null,
  };
  await requireUnmerged(desk.database, consent.residentId);
  await retrying(() => desk.database(consentsTable).insert(consentRow(consent)));
  return consent;
}

async function requireStanding(desk: Desk, caller: Caller, given: NewConsent, now: Date): Promise<void> {
  const { worksWith, actsFor } = await bondsWith(desk.database, caller, [given.residentId], now);
  if (isThemself(caller, given.residentId) || actsFor.has(given.residentId)) {
    if (caller.assuranceLevel < 2)
      throw forbidden('A resident records a consent with identity assurance 2 or more.');
    if (isThemself(caller, given.residentId) || (await mayActFor(desk, given))) return;
    throw forbidden(
      'The law leaves this consent to the resident, or the caller may not see what it is about.',
    );
  }
  if (given.recipientSubjects.includes(caller.subject))
    throw forbidden('Nobody records a consent to their own access.');
  if (isOfficerOf(caller, given.discloser)) return;
  if (given.recipientAgencies.includes(caller.agency))
    throw forbidden("To the agency's own access only its officers record a consent.");
  if (caller.agency === given.discloser) {
    if (worksWith.has(given.residentId)) return;
  }
  throw forbidden(
    'A consent is recorded by the resident, or at the disclosing agency by whoever works with the resident and by its officers.',
  );
}

function checkedConsent(
  desk: Desk,
  given: NewConsent,
  now: Date,
): Omit<ConsentRecord, 'id' | 'revokedAt' | 'revokedBy' | `recorded${'At' | 'By' | 'ByAgency'}`> {
  const validFrom = given.validFrom ?? now;
  checkedPeriod('validUntil', validFrom, given.validUntil);
  checkedNames('discloser', [given.discloser]);
  const recipientAgencies = checkedNames('recipientAgencies', given.recipientAgencies, 0);
  const recipientSubjects = checkedIds('recipientSubjects', given.recipientSubjects);
  const categories = checkedNames('categories', given.categories);
  checkKind({ ...given, recipientAgencies, recipientSubjects });
  if (!categories.every((category) => desk.policy.ownerOf(category) === given.discloser))
    throw wrong('categories: each must be a data category of the disclosing agency.');
  return {
    residentId: checkedId('residentId', given.residentId),
    kind: given.kind,
    discloser: given.discloser,
    recipientAgencies,
    recipientSubjects,
    isGeneralDesignation: given.isGeneralDesignation,
    categories,
    purposesOfUse: checkedPurposes('purposesOfUse', given.purposesOfUse),
    validFrom,
    validUntil: given.validUntil,
  };
}

/** What the law asks of each kind's form. */
function checkKind(given: NewConsent): void {
  const { kind, recipientAgencies, recipientSubjects, isGeneralDesignation, validUntil } = given;
  if (recipientAgencies.length + recipientSubjects.length === 0 && !isGeneralDesignation)
    throw wrong('recipientAgencies: somebody must be named who may receive (42 CFR 2.31(a)(4)).');
  if (isGeneralDesignation && kind !== 'treatment-payment-operations' && kind !== 'specific')
    throw wrong('isGeneralDesignation: this kind of consent names its recipients (42 CFR 2.31(a)(4)(ii)).');
  if (kind === 'victim-services' && validUntil === null)
    throw wrong('validUntil: a release of victim services is limited in time (34 USC 12291(b)(2)(B)).');
}

/**
 * Revokes a consent; it counts for nothing from the next question on. Revoking twice changes nothing. Who may: the
 * resident themself; a parent or guardian who could record it; of the disclosing agency, whoever works with the
 * resident, and its officers.
 *
 * @throws Failure FORBIDDEN.
 */
export async function revokeConsent(desk: Desk, caller: Caller, id: string): Promise<ConsentRecord> {
  const now = desk.now();
  const consent = await consentById(desk, id);
  if (consent === null || !(await mayRevoke(desk, caller, consent, now))) throw notTheirs();
  await retrying(() =>
    desk
      .database(consentsTable)
      .where({ id: consent.id })
      .whereNull('revoked_at')
      .update({ revoked_at: instantText(now), revoked_by: caller.subject }),
  );
  return (await consentById(desk, id)) ?? consent;
}

async function mayRevoke(desk: Desk, caller: Caller, consent: ConsentRecord, now: Date): Promise<boolean> {
  const { residentId, discloser } = consent;
  if (isThemself(caller, residentId) || isOfficerOf(caller, discloser)) return true;
  const { worksWith, actsFor } = await bondsWith(desk.database, caller, [residentId], now);
  if (actsFor.has(residentId) && (await mayActFor(desk, consent))) return true;
  return caller.agency === discloser && worksWith.has(residentId);
}

/**
 * Whether a parent or guardian may consent for the resident: to what they may see of the resident themself, and never
 * to what the law leaves to the resident (42 CFR 2.14(b), 45 CFR 164.502(g)(3), 34 USC 12291(b)(2)).
 */
async function mayActFor(
  { policy }: Desk,
  { residentId, categories, kind }: Pick<NewConsent, 'residentId' | 'categories' | 'kind'>,
): Promise<boolean> {
  if (kind === 'victim-services' || categories.some(policy.needsOwnConsent)) return false;
  const access = (await policy.accessOf([residentId])).get(residentId) ?? [];
  const seen = new Set(access.filter(({ isPermitted }) => isPermitted).map(({ category }) => category));
  return categories.every((category) => seen.has(category));
}

async function consentById(desk: Desk, id: string): Promise<ConsentRecord | null> {
  const row = await desk
    .database<ConsentRow>(consentsTable)
    .where({ id: checkedId('id', id) })
    .first();
  return row === undefined ? null : consentOf(row);
}
