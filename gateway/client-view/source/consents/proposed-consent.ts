import type { Resident } from '../resident-view/index.ts';
import type { ConsentKind, RecordConsentInput } from '../../documents/operations.ts';
import type { Shell } from '../shell/index.ts';
import { agencyOfCategory, sectionAgencies } from '../values/index.ts';

/** The kind of consent that the law wants for a category, where it wants one of its own. */
const kindsOfCategories: Readonly<Record<string, ConsentKind>> = {
  'sud-treatment': 'TREATMENT_PAYMENT_OPERATIONS',
  'sud-counseling-notes': 'NOTES',
  'psychotherapy-notes': 'NOTES',
  'housing-domestic-violence': 'VICTIM_SERVICES',
};

/** A consent to begin with: for what was just found withheld, to the person's own agency, for their purpose. */
export function proposedConsent(
  { id }: Resident,
  { session, purposeOfUse }: Pick<Shell, 'session' | 'purposeOfUse'>,
): RecordConsentInput {
  const { category = null } = (history.state ?? {}) as { category?: string | null };
  const owner = category === null ? session.agency : agencyOfCategory(category);
  const isKnown = (Object.values(sectionAgencies) as readonly string[]).includes(owner);
  const isOwn = session.residentId === id || owner === session.agency;
  return {
    residentId: id,
    kind: kindsOfCategories[category ?? ''] ?? 'SPECIFIC',
    discloser: isKnown ? owner : 'benefits',
    recipientAgencies: isOwn ? [] : [session.agency],
    recipientSubjects: [],
    categories: category === null ? [] : [category],
    purposesOfUse: isOwn ? [] : [purposeOfUse],
    validUntil: null,
  };
}
