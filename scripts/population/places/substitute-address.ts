import type { Address } from '../truth.ts';
import { state } from './cities.ts';

/** The address that the state's address confidentiality programme gives its participants in place of their own. */
export function substituteAddress(participant: number): Address {
  return {
    line1: `PO Box ${10_000 + (participant % 90_000)}`,
    line2: null,
    city: 'Port Ellery',
    county: 'Ellery',
    state: state.code,
    postalCode: '69701',
  };
}
