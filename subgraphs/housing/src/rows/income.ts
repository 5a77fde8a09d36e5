import type { StagedFact } from './metadata.ts';

/** A row of `IncomeBenefits.csv`; its answers and amounts are read by column name. */
export type IncomeBenefitsRow = StagedFact & Readonly<Record<string, string | number | null>>;
