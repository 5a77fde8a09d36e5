import { addTwin, marry } from '../households/index.ts';
import { childOf, live, player } from './players.ts';
import type { Story } from './story.ts';

/** Households that record linkage is known to get wrong. */
export const identityStories: readonly Story[] = [
  {
    title: 'Twin brothers with one birth date and one address',
    traps: ['twin'],
    tell: (draft) => {
      const mother = player(draft, { relationship: 'head', sex: 'female', age: 41 });
      const twin = childOf(draft, [mother], { age: 13, sex: 'male' });
      addTwin(draft, { parents: [mother], relationship: 'child' }, twin, 'male').scripted = true;
    },
  },
  {
    title: 'A father and a son of one name',
    traps: ['fatherAndSonOfOneName'],
    tell: (draft) => {
      const father = player(draft, { relationship: 'head', sex: 'male', age: 49, suffix: 'Sr' });
      const son = childOf(draft, [father], { age: 22, sex: 'male', given: father.name.given, suffix: 'Jr' });
      son.name = { ...son.name, middle: father.name.middle };
      live(father, ['fatherAndSonOfOneName']);
      live(son, ['fatherAndSonOfOneName']);
    },
  },
  {
    title: 'A bride whose papers bear two surnames',
    traps: ['maidenName'],
    tell: (draft) => {
      const bride = player(draft, { relationship: 'head', sex: 'female', age: 29 });
      const groom = player(draft, { relationship: 'spouse', sex: 'male', age: 31 });
      marry(draft, bride, groom, '2023-06-17', true);
      live(bride, ['maidenName']);
    },
  },
  {
    title: 'One person with two local records at each agency',
    traps: ['twoLocalRecords'],
    tell: (draft) => live(player(draft, { relationship: 'head', age: 38 }), ['twoLocalRecords']),
  },
  {
    title: 'A birth date that was never known: the first of January',
    traps: ['defaultBirthDate'],
    tell: (draft) => live(player(draft, { relationship: 'head', age: 52 }), ['defaultBirthDate']),
  },
  {
    title: 'Nobody gave this person a social security number',
    traps: ['noSocialSecurityNumber'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', age: 33 });
      head.socialSecurityNumber = null;
      live(head, ['noSocialSecurityNumber']);
    },
  },
  {
    title: 'Two sisters who use one social security number',
    traps: ['sharedSocialSecurityNumber'],
    tell: (draft) => {
      const head = player(draft, { relationship: 'head', sex: 'female', age: 36 });
      const sister = player(draft, {
        relationship: 'sibling',
        sex: 'female',
        age: 33,
        surname: head.name.surname,
      });
      sister.socialSecurityNumber = head.socialSecurityNumber;
      live(head, ['sharedSocialSecurityNumber']);
      live(sister, ['sharedSocialSecurityNumber']);
    },
  },
  {
    title: 'Someone who knows little and prefers not to answer the rest',
    traps: ['missingCodes'],
    tell: (draft) => live(player(draft, { relationship: 'head', age: 57 }), ['missingCodes']),
  },
];
