import type { Caller } from '../../../../src/authentication/index.ts';

function person(agency: string, role: string, more: Partial<Caller> = {}): Caller {
  return {
    subject: `${role}-1`,
    agency,
    roles: [role],
    application: 'caseworker-page',
    purposesOfUse: null,
    residentId: null,
    trainings: [],
    assuranceLevel: 2,
    ...more,
  };
}

const trained = { trainings: ['chri-awareness'] };

/** Who asks in the tables: one generated person for each role. */
export const people = {
  sudCounselor: person('behavioral-health', 'sud-counselor'),
  clinician: person('behavioral-health', 'mental-health-clinician'),
  healthPrivacyOfficer: person('behavioral-health', 'privacy-officer'),
  emergencyPhysician: person('emergency-medical-services', 'emergency-physician'),
  emergencyTechnician: person('emergency-medical-services', 'emergency-medical-technician'),
  housingCaseworker: person('housing', 'housing-caseworker'),
  trainedHousingCaseworker: person('housing', 'housing-caseworker', trained),
  assessor: person('housing', 'coordinated-entry-assessor'),
  housingDataSteward: person('housing', 'data-steward'),
  snapWorker: person('benefits', 'snap-eligibility-worker'),
  tanfCaseworker: person('benefits', 'tanf-caseworker'),
  medicaidWorker: person('benefits', 'medicaid-eligibility-worker'),
  childCareWorker: person('benefits', 'child-care-worker'),
  benefitsPrivacyOfficer: person('benefits', 'privacy-officer'),
  probationOfficer: person('justice', 'probation-officer', trained),
  untrainedProbationOfficer: person('justice', 'probation-officer'),
  courtClerk: person('justice', 'court-clerk', trained),
  reentryPlanner: person('justice', 'reentry-planner', trained),
  policeOfficer: person('state-police', 'police-officer', trained),
  courtJanitor: person('justice', 'facilities-manager', trained),
  policeClerk: person('state-police', 'records-clerk', trained),
  childWelfareCaseworker: person('child-welfare', 'child-welfare-caseworker'),
  trainedChildWelfareCaseworker: person('child-welfare', 'child-welfare-caseworker', trained),
  attorney: person('legal-aid', 'attorney'),
  researcher: person('research-institute', 'researcher'),
  researcherAsResident: person('research-institute', 'researcher', { residentId: 'resident-1' }),
  // Staff who are residents of the county as well.
  caseworkerAsResident: person('housing', 'housing-caseworker', { residentId: 'resident-1' }),
  policeOfficerAsResident: person('state-police', 'police-officer', { residentId: 'resident-1' }),
  registrar: person('residents', 'index-registrar'),
  residentsDataSteward: person('residents', 'data-steward'),
  administrator: person('residents', 'system-administrator'),
  justiceDataSteward: person('justice', 'data-steward', trained),
  untrainedJusticeDataSteward: person('justice', 'data-steward'),
  // Roles of the same names, given by agencies whose they aren't.
  caseworkerElsewhere: person('legal-aid', 'housing-caseworker'),
  counselorElsewhere: person('legal-aid', 'sud-counselor'),
  clinicianElsewhere: person('legal-aid', 'mental-health-clinician'),
  courtClerkElsewhere: person('legal-aid', 'court-clerk', trained),
  probationOfficerElsewhere: person('legal-aid', 'probation-officer', trained),
  childCareWorkerElsewhere: person('legal-aid', 'child-care-worker'),
  policeOfficerElsewhere: person('legal-aid', 'police-officer', trained),
  registrarElsewhere: person('legal-aid', 'index-registrar'),
  resident: person('residents', 'resident', { residentId: 'resident-1' }),
  barelyKnownResident: person('residents', 'resident', { residentId: 'resident-1', assuranceLevel: 1 }),
  otherResident: person('residents', 'resident', { residentId: 'resident-2' }),
  barelyKnownParent: person('residents', 'resident', {
    subject: 'parent-1',
    residentId: 'resident-3',
    assuranceLevel: 1,
  }),
  parent: person('residents', 'resident', { subject: 'parent-1', residentId: 'resident-3' }),
} as const;

/** One of the people. */
export type Person = keyof typeof people;
