import {
  drawArrest,
  drawBenefit,
  drawHomelessness,
  drawMentalHealth,
  drawTreatment,
} from '../events/index.ts';
import { marry, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { childOf, live, player, unit } from './players.ts';
import type { Story } from './story.ts';

/**
 * The first household. Its head (person 1) has records at all five agencies and data in every domain: in 2025 a
 * booking, then a detox admission, then a shelter stay, while her SNAP case lapses; in 2026 a home again.
 */
export const showcase: Story = {
  title: 'A resident whom all five agencies know',
  traps: [
    'bookingDetoxShelterLapse',
    'substanceUseInFourPlaces',
    'childInPlacementWithParentInTreatment',
    'twoLocalRecords',
    'maidenName',
    'fosterYouth',
  ],
  tell: (draft) => {
    draft.means = 'poor';
    draft.formedOn = '2018-05-01';
    const head = player(draft, { relationship: 'head', sex: 'female', age: 34 });
    const spouse = player(draft, { relationship: 'spouse', sex: 'male', age: 37 });
    marry(draft, head, spouse, '2019-09-14', true);
    const older = childOf(draft, [head, spouse], { age: 11 });
    const younger = childOf(draft, [head, spouse], { age: 4 });
    live(
      head,
      ['bookingDetoxShelterLapse', 'substanceUseInFourPlaces', 'twoLocalRecords', 'maidenName'],
      [
        ...health(draft),
        ...justice(draft, head),
        drawHomelessness(draft.chance, '2025-03-11', shelterStay(head)),
        ...benefits(draft, unit(head, older, younger)),
      ],
    );
    live(head, ['childInPlacementWithParentInTreatment']);
    live(
      spouse,
      [],
      [drawMentalHealth(draft.chance, '2023-02-06', { setting: 'outpatient', diagnosis: 'anxiety' })],
    );
    live(
      older,
      ['fosterYouth', 'childInPlacementWithParentInTreatment'],
      [{ kind: 'fosterPlacement', from: '2025-02-12', until: '2025-07-30' }],
    );
  },
};

function health({ chance }: HouseholdDraft) {
  const opioids = { primarySubstance: 'heroin', secondarySubstance: 'alcohol' } as const;
  return [
    { kind: 'disability', type: 'physical', from: '2016-08-20', indefinite: true },
    { kind: 'disability', type: 'chronic', from: '2018-01-15', indefinite: true },
    { kind: 'disability', type: 'hiv', from: '2021-03-02', indefinite: true },
    { kind: 'disability', type: 'mentalHealth', from: '2022-10-03', indefinite: true },
    { kind: 'disability', type: 'substanceUse', from: '2023-06-01', indefinite: true },
    { kind: 'domesticViolence', on: '2022-09-24', fleeing: false },
    drawMentalHealth(chance, '2022-10-03', {
      setting: 'outpatient',
      diagnosis: 'traumaAndStressor',
      medication: 'prazosin',
      until: '2024-04-30',
    }),
    drawTreatment(chance, '2025-03-03', {
      ...opioids,
      setting: 'detoxFreeStanding',
      until: '2025-03-11',
      medication: 'buprenorphine',
      referredBy: 'court',
      outcome: 'transferred',
    }),
    drawTreatment(chance, '2025-03-18', {
      ...opioids,
      setting: 'outpatient',
      until: null,
      medication: 'buprenorphine',
      referredBy: 'healthProvider',
      outcome: null,
    }),
  ] as const;
}

function justice({ chance }: HouseholdDraft, head: PersonDraft) {
  return [
    drawArrest(chance, head, '2019-03-20', {
      bailAmount: null,
      bailPostedOn: null,
      releasedOn: '2019-03-21',
      releaseReason: 'recognizance',
      disposition: 'dismissed',
      disposedOn: '2019-07-10',
      sealed: true,
      domesticViolence: false,
    }),
    drawArrest(chance, head, '2025-02-10', {
      charges: [{ offenseCode: '3512', description: 'Heroin - Possession', severity: 'felony' }],
      bailAmount: 5000,
      bailPostedOn: '2025-03-03',
      releasedOn: '2025-03-03',
      releaseReason: 'bail',
      disposition: 'diverted',
      disposedOn: '2025-09-15',
      sealed: false,
      domesticViolence: false,
    }),
  ];
}

function shelterStay(head: PersonDraft) {
  return {
    together: unit(head),
    situation: 'emergencyShelter',
    cameFrom: 'detox',
    wentTo: 'rentalWithSubsidy',
    until: '2025-07-28',
  } as const;
}

function benefits({ chance }: HouseholdDraft, members: readonly number[]) {
  return [
    drawBenefit(chance, '2022-11-07', {
      program: 'snap',
      unit: members,
      from: '2022-11-21',
      until: '2025-02-28',
      outcome: 'lapsed',
      reason: 'incarcerated',
    }),
    drawBenefit(chance, '2025-08-04', { program: 'snap', unit: members, from: '2025-08-12' }),
    drawBenefit(chance, '2022-11-07', { program: 'medicaid', unit: members, from: '2022-12-01' }),
    drawBenefit(chance, '2025-08-11', { program: 'tanf', unit: members, from: '2025-09-01' }),
    drawBenefit(chance, '2025-08-11', { program: 'childCare', unit: members, from: '2025-09-08' }),
    drawBenefit(chance, '2020-04-06', {
      program: 'tanf',
      unit: members.slice(0, 2),
      outcome: 'denied',
      reason: 'overIncome',
      from: null,
    }),
  ];
}
