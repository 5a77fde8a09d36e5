import { generateHouseholds, showcaseResident } from '../population/index.ts';
import type { DemonstrationCaller } from './issuer.ts';
import { housingCaseworker } from './six-callers.ts';

/** Who asks in the demonstration, and for the one purpose that the token permits. */
export const showcaseCaller: DemonstrationCaller = {
  ...housingCaseworker,
  purposesOfUse: ['HOUSING_PLACEMENT'],
};

/** The resident about whom everything is asked. */
export function showcaseResidentId(seed: number): string {
  return showcaseResident(generateHouseholds({ seed, residents: 1 })).residentId;
}

/** One question about one resident to all five agencies. */
export function showcaseQuery(seed: number): string {
  return `{
  resident(id: "${showcaseResidentId(seed)}") {
    name { given surname }
    birthDate
    benefits { snap { cases(first: 1) { edges { node { caseNumber status closureReason } } } } }
    housing { enrollments(first: 1) { edges { node { project { name type } entryDate exit { destination } } } } }
    behavioralHealth {
      substanceUseTreatment { admissions(first: 1) { edges { node { admissionDate serviceSetting } } } }
    }
    justice { bookings(first: 1) { edges { node { bookingDate release { releaseDate reason } } } } }
  }
}`;
}

/** The question as a command for a terminal. */
export function curlCommand(url: string, token: string, query: string): string {
  const body = JSON.stringify({ query: query.replaceAll(/\s+/g, ' ') });
  return [
    `curl --silent ${url}`,
    `  --header 'content-type: application/json'`,
    `  --header 'authorization: Bearer ${token}'`,
    `  --data '${body}'`,
  ].join(' \\\n');
}
