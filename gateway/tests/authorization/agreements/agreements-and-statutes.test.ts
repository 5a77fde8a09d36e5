import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

import type { PurposeOfUse } from '../../../src/authentication/index.ts';
import type { Agreement, Grant } from '../../../src/authorization/agreements/index.ts';
import { isInForce, readAgreements } from '../../../src/authorization/agreements/index.ts';
import type { Category } from '../../../src/authorization/index.ts';
import { readCategories, statutes } from '../../../src/authorization/index.ts';
import type { BreakGlassReason } from '../../../src/governance/index.ts';
import { breakGlassReasons, consentKinds, relationshipKinds } from '../fixtures/fact-kinds.ts';

const folder = fileURLToPath(new URL('../../../agreements', import.meta.url));
const today = new Date('2026-11-22T12:00:00Z');
const [before, after] = [new Date('2026-11-22T11:00:00Z'), new Date('2026-11-22T13:00:00Z')];

/** One disclosure that an agreement grants. */
interface Disclosure {
  readonly agreement: Agreement;
  readonly category: Category;
  readonly purpose: PurposeOfUse;
  readonly agency: string;
  readonly role: string;
  readonly conditions: Grant['conditions'];
}

function disclosuresOf(agreement: Agreement, catalogue: readonly Category[]): readonly Disclosure[] {
  return agreement.grants.flatMap(({ categories, purposes, conditions }) =>
    agreement.recipients.flatMap(({ agency, roles = [] }) =>
      roles.flatMap((role) =>
        catalogue
          .filter(({ name }) => categories.includes(name))
          .flatMap((category) =>
            purposes.map((purpose) => ({ agreement, category, purpose, agency, role, conditions })),
          ),
      ),
    ),
  );
}

/** Everything is on file that ever could be: every consent, relationship, training and emergency. */
function isForbiddenWhateverTheFacts(disclosure: Disclosure, reason: BreakGlassReason): boolean {
  const { agreement, category, purpose, agency, role, conditions } = disclosure;
  const resident = { residentId: 'r', subject: 's' };
  const request = {
    requester: {
      subject: 's',
      agency,
      roles: [role],
      application: 'a',
      purposesOfUse: null,
      residentId: conditions?.isOwnRecord ? 'r' : null,
      trainings: ['chri-awareness', 'part-2-confidentiality', 'hmis-privacy'],
      assuranceLevel: 3,
    },
    purposeOfUse: purpose,
    category,
    agreement,
    at: today,
    declarations: [
      {
        id: 'd',
        authority: '42 USC 5121',
        area: 'statewide',
        categories: [category.name],
        roles: [role],
        purposesOfUse: [purpose],
        startsAt: before,
        endsAt: after,
      },
    ],
    resident: {
      residentId: 'r',
      consents: consentKinds.map((kind) => ({
        ...resident,
        id: kind,
        kind,
        discloser: category.agency,
        recipientAgencies: [agency],
        recipientSubjects: [],
        isGeneralDesignation: false,
        categories: [category.name],
        purposesOfUse: [purpose],
        validFrom: before,
        validUntil: after,
        revokedAt: null,
      })),
      relationships: relationshipKinds.map((kind) => ({
        ...resident,
        id: kind,
        kind,
        agency,
        validFrom: before,
        validUntil: null,
      })),
      breakGlass: {
        ...resident,
        id: 'b',
        agencies: [category.agency],
        reason,
        openedAt: before,
        endsAt: after,
      },
    },
  };
  const asked = statutes.filter(({ covers }) => covers.includes(category.name));
  return asked.some(({ rule }) => rule(request).kind !== 'permit');
}

test('no agreement in force grants what a law forbids whatever the facts', async () => {
  const read = await readCategories(`${folder}/categories.yaml`);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.problems));
  const agreed = await readAgreements(folder, read.categories);
  if (agreed.kind !== 'read') throw new Error(JSON.stringify(agreed.problems));
  const disclosures = agreed.agreements
    .filter((agreement) => isInForce(agreement, today))
    .flatMap((agreement) => disclosuresOf(agreement, read.categories));
  const forbidden = disclosures
    .filter((disclosure) =>
      breakGlassReasons.every((reason) => isForbiddenWhateverTheFacts(disclosure, reason)),
    )
    .map(({ agreement, category, purpose, role }) => [agreement.id, role, category.name, purpose].join(' '));
  expect(disclosures.length).toBeGreaterThan(500);
  expect(forbidden).toEqual([]);
});
