import type { EmergencyDeclaration } from '../../../governance/index.ts';
import type { AccessRequest } from '../../access/index.ts';

const hour = 3_600_000;
/** A waiver under section 1135 of the Social Security Act holds for 72 hours (42 USC 1320b-5(b)). */
const waiver = { authority: /\b1135\b|1320b-5/, length: 72 * hour };

/** An emergency is declared whose scope (time, category, role, purpose) takes in the request. */
export function isInDeclaredEmergency(request: AccessRequest): boolean {
  return request.declarations.some(
    (declaration) => isInScope(declaration, request) && !isExpiredWaiver(declaration, request.at),
  );
}

/** The only emergencies whose scope takes in the request are waivers whose 72 hours are over. */
export function hasOnlyExpiredWaivers(request: AccessRequest): boolean {
  return (
    request.declarations.some((declaration) => isInScope(declaration, request)) &&
    !isInDeclaredEmergency(request)
  );
}

function isInScope(declaration: EmergencyDeclaration, request: AccessRequest): boolean {
  const { requester, purposeOfUse, category, at } = request;
  return (
    declaration.startsAt <= at &&
    at < declaration.endsAt &&
    declaration.categories.includes(category.name) &&
    declaration.roles.some((role) => requester.roles.includes(role)) &&
    purposeOfUse !== null &&
    declaration.purposesOfUse.includes(purposeOfUse)
  );
}

function isExpiredWaiver({ authority, startsAt }: EmergencyDeclaration, at: Date): boolean {
  return waiver.authority.test(authority) && at.getTime() - startsAt.getTime() >= waiver.length;
}
