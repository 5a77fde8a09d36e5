import type { StagedFact } from './metadata.ts';

/** A row of `Disabilities.csv`. */
export interface DisabilityRow extends StagedFact {
  readonly DisabilityType: number;
  readonly DisabilityResponse: number;
  readonly IndefiniteAndImpairs: number | null;
}

/** A row of `HealthAndDV.csv`. */
export interface HealthAndViolenceRow extends StagedFact {
  readonly DomesticViolenceSurvivor: number | null;
}
