import type { Row } from '../../recorder.ts';
import type { Charge } from '../../truth.ts';

/** How and when a charge ended; null where that was not reported. */
export interface ChargeEnd {
  readonly disposition: string;
  readonly on: string;
}

const severities = { felony: 'F', misdemeanor: 'M', infraction: 'I' } as const;

/** The columns that a charge has in the jail's table and in the court's. */
export function chargeRow(charge: Charge, sequence: number, on: string, end: ChargeEnd | null): Row {
  return {
    ChargeSequenceID: sequence,
    ChargeNCICCode: charge.offenseCode,
    ChargeDescriptionText: charge.description,
    ChargeSeverityCode: severities[charge.severity],
    ChargeStatuteCodeSection: `FH Penal Code ${charge.offenseCode.slice(0, 2)}.${charge.offenseCode.slice(2)}`,
    ChargeDate: on,
    ChargeDispositionCode: end?.disposition ?? null,
    ChargeDispositionDate: end?.on ?? null,
  };
}
