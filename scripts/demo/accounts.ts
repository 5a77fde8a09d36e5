import type { Account, Client } from './identity-provider/index.ts';
import { claimsOf, type DemonstrationCaller } from './issuer.ts';
import { housingCaseworker, sixCallers } from './six-callers.ts';

/** An account as the demonstration writes it down. */
interface DemonstrationAccount {
  readonly title: string;
  readonly description: string;
  readonly caller: Omit<DemonstrationCaller, 'application'>;
}

/**
 * Everybody who can sign in, one for each role. Those of the README's table are the same here: the resident of the
 * demonstration is on their caseload, in their treatment or under their supervision as is on file for them.
 */
export function demonstrationAccounts(residentId: string): readonly Account[] {
  return [...workers(residentId), ...officers].map(({ title, description, caller }) => ({
    subject: caller.subject,
    title,
    description,
    claims: { ...claimsOf({ ...caller, application: '' }), client_id: undefined },
  }));
}

function workers(residentId: string): readonly DemonstrationAccount[] {
  const callers = sixCallers(residentId);
  const known = (subject: string): DemonstrationCaller =>
    callers.find(({ caller }) => caller.subject === subject)?.caller ?? housingCaseworker;
  return [
    {
      title: 'Housing caseworker',
      description: 'Finds housing for the residents on the caseload, the demonstration’s among them.',
      caller: { ...housingCaseworker, purposesOfUse: ['HOUSING_PLACEMENT', 'COC'] },
    },
    {
      title: 'SNAP eligibility worker',
      description: 'Decides who gets food assistance, the demonstration’s resident among them.',
      caller: { ...known('eligibility-worker-1'), purposesOfUse: ['ELIGDTRM', 'ELIGVER', 'ENROLLM'] },
    },
    {
      title: 'SUD counselor, with consent',
      description: 'Treats the resident for substance use; the resident has consented to disclosure.',
      caller: { ...known('counselor-1'), purposesOfUse: ['TREAT', 'COC', 'CAREMGT'] },
    },
    {
      title: 'SUD counselor, without consent',
      description: 'Works at the same program, does not treat the resident and has no consent.',
      caller: { ...known('counselor-2'), purposesOfUse: ['TREAT', 'COC', 'CAREMGT'] },
    },
    {
      title: 'Probation officer',
      description: 'Supervises the resident after a conviction.',
      caller: { ...known('officer-1'), purposesOfUse: ['HLEGAL', 'REENTRY'] },
    },
    {
      title: 'Emergency physician',
      description: 'Knows the resident from nowhere, and may break the glass in an emergency.',
      caller: {
        subject: 'physician-1',
        agency: 'emergency-medical-services',
        roles: ['emergency-physician'],
        purposesOfUse: ['ETREAT', 'BTG'],
        trainings: ['part-2-confidentiality'],
        assuranceLevel: 2,
      },
    },
    {
      title: 'Resident',
      description: 'Looks at the own record, and at who else did.',
      caller: { ...known('resident-1'), purposesOfUse: ['PATRQT'] },
    },
  ];
}

const officers: readonly DemonstrationAccount[] = [
  {
    title: 'Privacy officer',
    description: 'Answers for the behavioral health agency’s disclosures, and reviews broken glass.',
    caller: {
      subject: 'privacy-officer-1',
      agency: 'behavioral-health',
      roles: ['privacy-officer'],
      purposesOfUse: ['AUDIT', 'HOPERAT'],
      assuranceLevel: 2,
    },
  },
  {
    title: 'Agency data steward',
    description: 'Answers for the housing agency’s data: its fields, its restrictions, its caseloads.',
    caller: {
      subject: 'data-steward-1',
      agency: 'housing',
      roles: ['data-steward'],
      purposesOfUse: ['HOPERAT', 'AUDIT'],
      assuranceLevel: 2,
    },
  },
  {
    title: 'Steward of the resident index',
    description: 'Judges and corrects who is whom, without seeing what agencies say of them.',
    caller: {
      subject: 'index-steward-1',
      agency: 'residents',
      roles: ['data-steward'],
      purposesOfUse: ['HOPERAT', 'AUDIT'],
      assuranceLevel: 2,
    },
  },
  {
    title: 'Privacy officer of the resident index',
    description: 'Reads a second time what a steward has judged; answers for how often the index is right.',
    caller: {
      subject: 'index-officer-1',
      agency: 'residents',
      roles: ['privacy-officer'],
      purposesOfUse: ['HOPERAT', 'AUDIT'],
      assuranceLevel: 2,
    },
  },
  {
    title: 'Researcher',
    description: 'Studies how homelessness ends; no licence is in force yet.',
    caller: {
      subject: 'researcher-1',
      agency: 'research-institute',
      roles: ['researcher'],
      purposesOfUse: ['HRESCH'],
      assuranceLevel: 2,
    },
  },
  {
    title: 'System administrator',
    description: 'Keeps the machines running; no agreement lets an administrator see anybody’s record.',
    caller: {
      subject: 'administrator-1',
      agency: 'information-technology',
      roles: ['system-administrator'],
      purposesOfUse: ['HOPERAT'],
      assuranceLevel: 2,
    },
  },
];

/** An application that acts for nobody but itself: it verifies eligibility for the benefits agency. */
export const exampleApplication: Omit<Client, 'keys'> = {
  id: 'eligibility-verification',
  redirectUris: [],
  signOutUris: [],
  ownClaims: { agency: 'benefits', roles: ['snap-eligibility-worker'], assurance_level: 2 },
  scopes: ['purpose:ELIGVER', 'purpose:ELIGDTRM'],
};
