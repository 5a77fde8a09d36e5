import type { Agreement, Grant } from './authorization/index.ts';
import { isInForce, partiesOf } from './authorization/index.ts';
import type { AnalysedAgreement } from './governance/index.ts';

/**
 * An agreement as governance tells of it, under the names of its schema.
 *
 * @param earlier - what any agreements said before, the newest first
 */
export function agreementView(
  agreement: Agreement,
  earlier: readonly Agreement[],
  at: Date,
): AnalysedAgreement {
  const { recipients, grants, term, history = [], signatures, contentHash } = agreement;
  const parties = [...partiesOf(agreement)].toSorted();
  const signed = new Set(signatures.flatMap((one) => (one.contentHash === contentHash ? [one.agency] : [])));
  const before = earlier.filter(({ id, version }) => id === agreement.id && version < agreement.version);
  return {
    ...agreement,
    ...term,
    agencies: parties,
    isInForce: isInForce(agreement, at),
    recipients: recipients.map(({ agency, roles = [], applications = [] }) => ({
      agency,
      roles,
      applications,
    })),
    grants: grants.map(grantView),
    history,
    signatures: signatures.map((one) => ({ ...one, isOfThisContent: one.contentHash === contentHash })),
    missingSignatures: parties.filter((agency) => !signed.has(agency)),
    // Whatever its file still says: another version has taken its place.
    earlierVersions: before.map((one) => ({ ...agreementView(one, [], at), isInForce: false })),
  } as AnalysedAgreement;
}

function grantView({ conditions = {}, ...grant }: Grant): object {
  return {
    ...grant,
    consents: conditions.consent ?? [],
    relationships: conditions.relationship ?? [],
    trainings: conditions.training ?? [],
    assuranceLevel: conditions.assuranceLevel ?? null,
    isOwnRecord: conditions.isOwnRecord ?? false,
    breakGlass: grant.breakGlass ?? false,
    obligations: grant.obligations ?? [],
    transforms: grant.transforms ?? [],
  };
}
