import type { PersonRecord } from '../../linkage/index.ts';

/** A way of dividing people, as far as records say to which group somebody belongs. */
interface Dimension {
  readonly name: string;
  readonly groupOf: (person: Partial<PersonRecord>, today: Date) => string;
}

/** By what the figures are told apart. */
export const dimensions: readonly Dimension[] = [
  { name: 'sex', groupOf: ({ sex }) => sex ?? 'not known' },
  { name: 'age band', groupOf: ({ birthDate }, today) => ageBand(birthDate ?? null, today) },
  {
    name: 'Social Security number',
    groupOf: ({ socialSecurityNumber }) => (socialSecurityNumber ? 'given' : 'missing'),
  },
];

/** No agency says from where a name comes, and the index does not guess it. */
export const dimensionsNotKnown: readonly string[] = ['name origin'];

const bands = [
  [18, 'under 18'],
  [30, '18 to 29'],
  [45, '30 to 44'],
  [65, '45 to 64'],
] as const;

function ageBand(birthDate: string | null, today: Date): string {
  const year = Number(birthDate?.slice(0, 4));
  if (birthDate === null || !Number.isInteger(year)) return 'not known';
  const age = today.getUTCFullYear() - year;
  return bands.find(([below]) => age < below)?.[1] ?? '65 and older';
}
