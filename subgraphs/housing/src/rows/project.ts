import type { Metadata } from './metadata.ts';

/** A row of `Project.csv`. */
export interface ProjectRow extends Metadata {
  readonly ProjectID: string;
  readonly OrganizationID: string;
}

/** A row of `Organization.csv`. */
export interface OrganizationRow extends Metadata {
  readonly OrganizationID: string;
}

/** A row of `Funder.csv`. */
export interface FunderRow extends Metadata {
  readonly ProjectID: string;
  readonly Funder: number;
}

/** A row of `ProjectCoC.csv`. */
export interface ProjectContinuumRow extends Metadata {
  readonly ProjectID: string;
  readonly CoCCode: string;
}

/** A row of `HMISParticipation.csv`. */
export interface ParticipationRow extends Metadata {
  readonly ProjectID: string;
}
