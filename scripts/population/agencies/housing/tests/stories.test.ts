import { describe, expect, test } from '@jest/globals';

import type { AgencyRecords, LifeEvent, Row } from '../../../index.ts';
import { projects } from '../projects.ts';
import { person, record, recordWith, rowsOf, stay, valuesOf } from './made-up.ts';

const booking: LifeEvent = {
  kind: 'arrest',
  on: '2025-04-30',
  charges: [],
  bailAmount: null,
  bailPostedOn: null,
  releasedOn: '2025-06-01',
  releaseReason: 'timeServed',
  disposition: 'convicted',
  disposedOn: '2025-05-20',
  sealed: false,
  juvenile: false,
  domesticViolence: false,
};
const detox: LifeEvent = {
  kind: 'substanceUseTreatment',
  from: '2025-05-25',
  until: '2025-05-31',
  setting: 'detoxFreeStanding',
  primarySubstance: 'alcohol',
  secondarySubstance: 'heroin',
  medication: null,
  referredBy: 'self',
  outcome: 'completed',
};
const placement: LifeEvent = { kind: 'fosterPlacement', from: '2022-01-01', until: '2025-06-01' };

describe('the night before', () => {
  test.each([
    ['jail after a booking', booking, 207, 3],
    ['a detox center after treatment', detox, 205, 11],
    ['foster care after a placement', placement, 215, 5],
  ])('was in %s', (_, event, situation, lengthOfStay) => {
    const [enrollment] = rowsOf(record(person(1, [event, stay({ cameFrom: 'street' })])), 'Enrollment');
    expect(enrollment).toMatchObject({ LivingSituation: situation, LengthOfStay: lengthOfStay });
  });

  test('doubled up is with family or friends, in a prevention project and at no time in a shelter', () => {
    const doubledUp = record(person(1, [stay({ situation: 'doubledUp', cameFrom: 'friends' })]));
    expect(valuesOf(doubledUp, 'Enrollment', 'LivingSituation')).toEqual([336]);
    expect(valuesOf(doubledUp, 'CurrentLivingSituation', 'CurrentLivingSituation')).not.toContain(101);
    const withFamily = record(person(1, [stay({ situation: 'doubledUp', cameFrom: 'family' })]));
    expect(valuesOf(withFamily, 'Enrollment', 'LivingSituation')).toEqual([335]);
  });
});

/** The enrollments that began with the stay in the shelter. */
function atTheShelter(records: AgencyRecords): readonly Row[] {
  return rowsOf(records, 'Enrollment').filter((row) => row['EntryDate'] === '2025-06-01');
}

describe('homelessness and the stay before it', () => {
  test('began with this stay where there was none before', () => {
    const [enrollment] = atTheShelter(record(person(1, [stay({ cameFrom: 'street' })])));
    expect(enrollment).toMatchObject({
      LivingSituation: 116,
      LengthOfStay: 10,
      DateToStreetESSH: '2025-06-01',
      TimesHomelessPastThreeYears: 1,
    });
  });

  test('began with an earlier stay where that went on to this one', () => {
    const earlier = stay({
      from: '2025-04-20',
      until: '2025-05-30',
      situation: 'unsheltered',
      wentTo: 'street',
    });
    const [enrollment] = atTheShelter(record(person(1, [earlier, stay({ cameFrom: 'street' })])));
    expect(enrollment).toMatchObject({ LengthOfStay: 3, DateToStreetESSH: '2025-04-20' });
  });

  test('was broken by a short time in jail only where the nights before it were homeless', () => {
    const earlier = stay({ from: '2025-03-01', until: '2025-04-30', wentTo: 'jail' });
    const [after] = atTheShelter(record(person(1, [earlier, booking, stay({ cameFrom: 'jail' })])));
    expect(after).toMatchObject({ PreviousStreetESSH: 1, DateToStreetESSH: '2025-03-01' });
    const [without] = atTheShelter(record(person(1, [booking, stay({ cameFrom: 'jail' })])));
    expect(without).toMatchObject({ PreviousStreetESSH: 0, DateToStreetESSH: null });
  });

  test('came after as long at home as the address was theirs', () => {
    const home = { line1: '1 Example St', line2: null, city: 'Port Ellery', county: 'Ellery' };
    const address = { ...home, state: 'FH', postalCode: '99011', from: '2025-04-10', until: '2025-06-01' };
    const [enrollment] = atTheShelter(record(person(1, [stay()], { addresses: [address] })));
    expect(enrollment).toMatchObject({ LivingSituation: 410, LengthOfStay: 3, DateToStreetESSH: null });
  });

  test('came after a time that nobody knows where there is no address', () => {
    const [enrollment] = atTheShelter(record(person(1, [stay()])));
    expect(enrollment).toMatchObject({ LivingSituation: 410, LengthOfStay: 99 });
  });
});

describe('where people went', () => {
  test.each([
    ['jail', [207]],
    ['street', [116]],
    ['rentalWithoutSubsidy', [410]],
    ['rentalWithSubsidy', [435]],
    ['family', [422, 312]],
    ['friends', [423, 313]],
  ] as const)('%s is destination %j', (wentTo, codes) => {
    const destinations = valuesOf(record(person(1, [stay({ wentTo })])), 'Exit', 'Destination');
    expect(codes).toEqual(expect.arrayContaining([...destinations]));
    expect(destinations).not.toEqual([]);
  });

  test('a death ends the enrollment of who died, and of nobody else', () => {
    const together = [1, 2];
    const records = record(
      person(1, [stay({ together, until: '2025-07-01', wentTo: 'deceased' })], { deathDate: '2025-07-01' }),
      person(2, [stay({ together })]),
    );
    const exits = rowsOf(records, 'Exit').map(({ Destination, ExitDate }) => ({ Destination, ExitDate }));
    expect(exits).toContainEqual({ Destination: 24, ExitDate: '2025-07-01' });
    expect(exits).toContainEqual(expect.objectContaining({ ExitDate: '2025-08-15' }));
  });

  test('a subsidised home has an enrollment of its own with the day of moving in', () => {
    const moves = valuesOf(
      record(person(1, [stay({ wentTo: 'rentalWithSubsidy' })])),
      'Enrollment',
      'MoveInDate',
    );
    expect(moves).toContain('2025-08-15');
  });
});

test('the subsidy of a stay that led into a project is that of the project', () => {
  const disability: LifeEvent = {
    kind: 'disability',
    type: 'physical',
    from: '2020-01-01',
    indefinite: true,
  };
  for (const seed of Array.from({ length: 30 }, (_, index) => index)) {
    const events = [disability, stay({ wentTo: 'rentalWithSubsidy' })];
    const records = recordWith(seed, person(1, events));
    const homes = rowsOf(records, 'Enrollment').filter((row) => row['MoveInDate'] !== null);
    const project = projects.find(({ key }) => key === homes[0]?.['ProjectID']);
    const exits = rowsOf(records, 'Exit').filter((row) => row['ExitDate'] === '2025-08-15');
    const subsidies = new Set(exits.map((row) => row['DestinationSubsidyType']));
    expect(subsidies).toEqual(new Set([project?.type === 3 ? 439 : 431]));
  }
});

describe('a household', () => {
  test('enters together under one HouseholdID, with one head', () => {
    const together = [1, 2];
    const records = record(person(1, [stay({ together })]), person(2, [stay({ together })]));
    const [head, child] = rowsOf(records, 'Enrollment');
    expect(head?.['HouseholdID']).toBe(child?.['HouseholdID']);
    expect(head).toMatchObject({ RelationshipToHoH: 1 });
    expect(child).toMatchObject({ RelationshipToHoH: 2, LivingSituation: null });
  });

  test('a person whom two clerks wrote down has two client records, and both are used', () => {
    const records = record(person(1, [stay()], { traps: ['twoLocalRecords'] }));
    expect(records.links.map((link) => link.person)).toEqual([1, 1]);
    const clients = new Set(valuesOf(records, 'Enrollment', 'PersonalID'));
    expect(clients).toEqual(new Set(records.links.map(({ localId }) => localId)));
  });
});

describe('facts beside the stay', () => {
  test('work and benefits stand in income and benefits as of the day', () => {
    const work: LifeEvent = {
      kind: 'employment',
      from: '2024-01-01',
      until: '2025-07-01',
      employer: 'Example Foods',
      monthlyEarnings: 900.5,
    };
    const snap: LifeEvent = {
      kind: 'benefit',
      program: 'snap',
      appliedOn: '2025-06-20',
      from: '2025-07-01',
      until: null,
      outcome: 'active',
      reason: null,
      unit: [1],
    };
    const rows = rowsOf(record(person(1, [work, stay(), snap])), 'IncomeBenefits');
    expect(rows).toContainEqual(
      expect.objectContaining({ DataCollectionStage: 1, Earned: 1, EarnedAmount: '900.50', SNAP: 0 }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ DataCollectionStage: 3, Earned: 0, SNAP: 1 }));
  });

  test('cash assistance is what the benefits agency pays for the month', () => {
    const tanf: LifeEvent = {
      kind: 'benefit',
      program: 'tanf',
      appliedOn: '2025-05-01',
      from: '2025-05-10',
      until: null,
      outcome: 'active',
      reason: null,
      unit: [1, 2],
    };
    const together = [1, 2];
    const [row] = rowsOf(
      record(person(1, [tanf, stay({ together })]), person(2, [stay({ together })])),
      'IncomeBenefits',
    );
    expect(row).toMatchObject({ TANF: 1, TANFAmount: '440.00', TotalMonthlyIncome: '440.00' });
  });

  test('substance use is told by what the person was treated for', () => {
    const disorder: LifeEvent = {
      kind: 'disability',
      type: 'substanceUse',
      from: '2020-01-01',
      indefinite: true,
    };
    const rows = rowsOf(record(person(1, [disorder, detox, stay()])), 'Disabilities');
    expect(rows).toContainEqual(
      expect.objectContaining({ DisabilityType: 10, DisabilityResponse: 3, IndefiniteAndImpairs: 1 }),
    );
  });

  test('whom a victim service provider took in is nowhere in the HMIS', () => {
    const flight: LifeEvent = { kind: 'domesticViolence', on: '2025-05-30', fleeing: true };
    const together = [1, 2];
    const records = record(
      person(1, [flight, stay({ together })], { traps: ['fleeingViolence'] }),
      person(2, [stay({ together })]),
    );
    expect(records).toEqual({ rows: {}, links: [] });
  });

  test('violence that was told to a mainstream project is recorded with its time', () => {
    const violence: LifeEvent = { kind: 'domesticViolence', on: '2025-05-30', fleeing: false };
    const rows = rowsOf(record(person(1, [violence, stay()])), 'HealthAndDV');
    expect(rows).toContainEqual(
      expect.objectContaining({ DomesticViolenceSurvivor: 1, WhenOccurred: 1, CurrentlyFleeing: 0 }),
    );
  });
});
