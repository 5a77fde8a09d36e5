import { drawArrest, drawBenefit, drawHomelessness, drawTreatment } from '../events/index.ts';
import { addYears } from '../households/index.ts';
import { childOf, live, player, unit } from './players.ts';
import type { Story } from './story.ts';

/** Households where the order of events, a seal or a death decides what may be shown. */
export const justiceStories: readonly Story[] = [
  {
    title: 'Booking, detox, shelter, and a SNAP case that lapses',
    traps: ['bookingDetoxShelterLapse'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'male', age: 40 });
      live(
        head,
        ['bookingDetoxShelterLapse'],
        [
          drawBenefit(draft.chance, '2024-02-05', {
            program: 'snap',
            unit: unit(head),
            from: '2024-02-12',
            until: '2025-10-31',
            outcome: 'lapsed',
            reason: 'incarcerated',
          }),
          drawArrest(draft.chance, head, '2025-09-28', {
            bailAmount: 1500,
            bailPostedOn: null,
            releasedOn: '2025-11-04',
            releaseReason: 'timeServed',
            disposition: 'convicted',
            disposedOn: '2025-11-04',
            sealed: false,
          }),
          drawTreatment(draft.chance, '2025-11-04', {
            setting: 'detoxHospital',
            primarySubstance: 'alcohol',
            until: '2025-11-10',
            referredBy: 'court',
            outcome: 'completed',
          }),
          drawHomelessness(draft.chance, '2025-11-10', {
            together: unit(head),
            situation: 'emergencyShelter',
            cameFrom: 'detox',
            until: '2026-02-27',
            wentTo: 'rentalWithSubsidy',
          }),
        ],
      );
    },
  },
  {
    title: 'A case that was sealed',
    traps: ['sealedCase'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', age: 31 });
      live(
        head,
        ['sealedCase'],
        [
          drawArrest(draft.chance, head, '2020-10-12', {
            releasedOn: '2020-10-13',
            bailAmount: null,
            bailPostedOn: null,
            releaseReason: 'recognizance',
            disposition: 'dismissed',
            disposedOn: '2021-03-18',
            sealed: true,
          }),
        ],
      );
    },
  },
  {
    title: 'A juvenile record and an adult one beside it',
    traps: ['juvenileRecord'],
    tell: (draft) => {
      const parent = player(draft, { relationship: 'head', age: 45 });
      const youth = childOf(draft, [parent], { age: 19, sex: 'male' });
      live(
        youth,
        ['juvenileRecord'],
        [
          drawArrest(draft.chance, youth, addYears(youth.birthDate, 15), {
            releaseReason: 'recognizance',
            releasedOn: addYears(youth.birthDate, 15),
            bailAmount: null,
            bailPostedOn: null,
            disposition: 'diverted',
          }),
          drawArrest(draft.chance, youth, addYears(youth.birthDate, 18), { sealed: false }),
        ],
      );
    },
  },
  {
    title: 'A family doubled up with friends',
    traps: ['doubledUp'],
    tell: (draft) => {
      const parent = player(draft, { relationship: 'head', sex: 'female', age: 37 });
      const family = [parent, childOf(draft, [parent], { age: 10 }), childOf(draft, [parent], { age: 7 })];
      const spell = drawHomelessness(draft.chance, '2025-12-01', {
        together: unit(...family),
        situation: 'doubledUp',
        cameFrom: 'rental',
        until: '2026-04-15',
        wentTo: 'rentalWithoutSubsidy',
      });
      for (const member of family) live(member, ['doubledUp'], [spell]);
    },
  },
  {
    title: 'In flight from violence, at an address that the state keeps secret',
    traps: ['addressConfidential', 'fleeingViolence'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'female', age: 39 });
      head.addressConfidential = true;
      live(
        head,
        ['addressConfidential', 'fleeingViolence'],
        [{ kind: 'domesticViolence', on: '2026-02-08', fleeing: true }],
      );
    },
  },
  {
    title: 'A man who died, after whom nothing may happen',
    traps: ['deceased'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'male', age: 58 });
      head.deathDate = '2026-01-23';
      live(head, ['deceased']);
      player(draft, { relationship: 'spouse', sex: 'female', age: 55, surname: head.name.surname });
    },
  },
];
