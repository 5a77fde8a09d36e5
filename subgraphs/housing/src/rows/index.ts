export type { ClientRow } from './client.ts';
export type { AssessmentRow, CurrentLivingSituationRow, EventRow } from './contact.ts';
export type { EnrollmentRow, ExitRow } from './enrollment.ts';
export type { DisabilityRow, HealthAndViolenceRow } from './health.ts';
export type { IncomeBenefitsRow } from './income.ts';
export type {
  FunderRow,
  OrganizationRow,
  ParticipationRow,
  ProjectContinuumRow,
  ProjectRow,
} from './project.ts';
