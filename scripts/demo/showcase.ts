import { generateHouseholds, showcaseResident } from '../population/index.ts';
import type { DemonstrationCaller } from './issuer.ts';

/** Who asks in the demonstration. */
export const showcaseCaller: DemonstrationCaller = {
  subject: 'caseworker-1',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application: 'demonstration',
};

/** One question about one resident that all five agencies answer. */
export function showcaseQuery(seed: number): string {
  const { residentId } = showcaseResident(generateHouseholds({ seed, residents: 1 }));
  return `{
  resident(id: "${residentId}") {
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
