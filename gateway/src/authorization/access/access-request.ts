import type { Caller, PurposeOfUse } from '../../authentication/index.ts';
import type { EmergencyDeclaration, ResidentFacts } from '../../governance/index.ts';
import type { Agreement } from '../agreements/index.ts';
import type { Category } from '../categories/index.ts';

/** The part of a request by which facts about the resident are found that speak of it. */
export type RequestOfResident = Pick<
  AccessRequest,
  'requester' | 'purposeOfUse' | 'category' | 'at' | 'resident'
>;

/**
 * One question to the rules (XACML 3.0, section 2: subject, resource, environment): may this requester have
 * this category for this purpose, under this agreement?
 */
export interface AccessRequest {
  readonly requester: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  readonly category: Category;
  /** The agreement under which it is asked; the same question is asked for each that could grant it. */
  readonly agreement: Agreement;
  readonly at: Date;
  /** Emergencies in force. */
  readonly declarations: readonly EmergencyDeclaration[];
  /** About the resident whose data it is; null while it isn't known which one: then what depends on it is undetermined. */
  readonly resident: ResidentFacts | null;
}
