import { addDays } from '../dates.ts';
import { drawArrest, drawBenefit, drawHomelessness, drawTreatment } from '../events/index.ts';
import { childOf, live, player, unit } from './players.ts';
import type { Story } from './story.ts';

/** Households where the law of treatment, of health and of placement decides what may be shown. */
export const careStories: readonly Story[] = [
  {
    title: 'Released from jail into the treatment that nobody may tell the court of',
    traps: ['jailReleaseOfTreatmentPatient'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'male', age: 35 });
      const opioids = { primarySubstance: 'otherOpiates', medication: 'methadone' } as const;
      live(
        head,
        ['jailReleaseOfTreatmentPatient'],
        [
          drawTreatment(draft.chance, '2024-01-15', {
            ...opioids,
            setting: 'outpatient',
            until: '2024-05-04',
            outcome: 'incarcerated',
          }),
          drawArrest(draft.chance, head, '2024-05-04', {
            bailAmount: 2500,
            bailPostedOn: null,
            releasedOn: '2024-08-01',
            releaseReason: 'timeServed',
            disposition: 'convicted',
            disposedOn: '2024-08-01',
            sealed: false,
          }),
          drawTreatment(draft.chance, '2024-08-02', {
            ...opioids,
            setting: 'outpatient',
            until: null,
            outcome: null,
          }),
        ],
      );
    },
  },
  {
    title: 'Substance use written down in four places under four laws',
    traps: ['substanceUseInFourPlaces'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'female', age: 30 });
      const child = childOf(draft, [head], { age: 6 });
      live(
        head,
        ['substanceUseInFourPlaces'],
        [
          { kind: 'disability', type: 'substanceUse', from: '2023-02-01', indefinite: true },
          drawHomelessness(draft.chance, '2023-03-05', {
            together: unit(head),
            situation: 'emergencyShelter',
            until: '2023-05-20',
            wentTo: 'rentalWithSubsidy',
          }),
          drawTreatment(draft.chance, '2023-06-01', {
            setting: 'intensiveOutpatient',
            primarySubstance: 'methamphetamine',
            until: '2023-09-12',
            outcome: 'completed',
          }),
          drawArrest(draft.chance, head, '2023-02-20', {
            charges: [
              {
                offenseCode: '3550',
                description: 'Narcotic Equipment - Possession',
                severity: 'misdemeanor',
              },
            ],
            releasedOn: '2023-02-21',
            bailAmount: null,
            bailPostedOn: null,
            releaseReason: 'recognizance',
          }),
        ],
      );
      live(child, ['fosterYouth'], [{ kind: 'fosterPlacement', from: '2023-02-21', until: '2023-10-02' }]);
    },
  },
  {
    title: 'A sixteen-year-old in treatment of her own consent',
    traps: ['minorInOwnTreatment'],
    tell: (draft) => {
      const mother = player(draft, { relationship: 'head', sex: 'female', age: 42 });
      const minor = childOf(draft, [mother], { age: 16, sex: 'female' });
      live(
        minor,
        ['minorInOwnTreatment'],
        [
          drawTreatment(draft.chance, '2026-05-04', {
            setting: 'outpatient',
            primarySubstance: 'marijuana',
            medication: null,
            referredBy: 'school',
            until: null,
            outcome: null,
          }),
        ],
      );
    },
  },
  {
    title: 'HIV and substance use in one record',
    traps: ['hivAndSubstanceUse'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'male', age: 44 });
      live(
        head,
        ['hivAndSubstanceUse'],
        [
          { kind: 'disability', type: 'hiv', from: '2019-04-11', indefinite: true },
          { kind: 'disability', type: 'substanceUse', from: '2020-01-20', indefinite: true },
          drawTreatment(draft.chance, '2022-02-14', {
            setting: 'residentialShort',
            primarySubstance: 'methamphetamine',
            until: '2022-03-10',
            outcome: 'completed',
          }),
        ],
      );
    },
  },
  {
    title: 'A child in placement while the parent is in treatment',
    traps: ['childInPlacementWithParentInTreatment', 'fosterYouth'],
    tell: (draft) => {
      const parent = player(draft, { relationship: 'head', sex: 'female', age: 32 });
      const child = childOf(draft, [parent], { age: 8 });
      live(
        parent,
        ['childInPlacementWithParentInTreatment'],
        [
          drawTreatment(draft.chance, '2026-03-02', {
            setting: 'residentialLong',
            primarySubstance: 'alcohol',
            until: '2026-08-21',
            outcome: 'completed',
          }),
        ],
      );
      live(
        child,
        ['childInPlacementWithParentInTreatment', 'fosterYouth'],
        [{ kind: 'fosterPlacement', from: '2026-03-02', until: null }],
      );
    },
  },
  {
    title: 'A youth who left foster care for a shelter',
    traps: ['fosterYouth'],
    tell: (draft) => {
      const youth = player(draft, { relationship: 'head', age: 20 });
      const birthYear = Number(youth.birthDate.slice(0, 4));
      const leftCare = `${birthYear + 18}-12-31`;
      draft.formedOn = leftCare;
      live(
        youth,
        ['fosterYouth'],
        [
          { kind: 'fosterPlacement', from: `${birthYear + 13}-02-01`, until: leftCare },
          drawHomelessness(draft.chance, leftCare, {
            together: unit(youth),
            situation: 'emergencyShelter',
            cameFrom: 'fosterCare',
            until: addDays(leftCare, 140),
            wentTo: 'rentalWithSubsidy',
          }),
        ],
      );
    },
  },
  {
    title: 'Medicaid for a mother who is at a victim service provider',
    traps: ['medicaidMotherFleeingViolence', 'fleeingViolence', 'addressConfidential'],
    tell: (draft) => {
      const mother = player(draft, { relationship: 'head', sex: 'female', age: 28 });
      const child = childOf(draft, [mother], { age: 3 });
      mother.addressConfidential = true;
      child.addressConfidential = true;
      live(child, ['addressConfidential']);
      live(
        mother,
        ['medicaidMotherFleeingViolence', 'fleeingViolence', 'addressConfidential'],
        [
          { kind: 'domesticViolence', on: '2026-07-19', fleeing: true },
          drawBenefit(draft.chance, '2025-04-07', {
            program: 'medicaid',
            unit: unit(mother, child),
            from: '2025-05-01',
          }),
        ],
      );
    },
  },
];
