import type { Charge } from '../truth.ts';

/** NCIC uniform offence codes with their literals (FBI, NCIC Code Manual), by how often they are charged. */
export const offenses: readonly (readonly [Charge, number])[] = [
  [charge('2303', 'Shoplifting', 'misdemeanor'), 12],
  [charge('5404', 'Driving Under Influence - Liquor', 'misdemeanor'), 14],
  [charge('5311', 'Disorderly Conduct', 'misdemeanor'), 9],
  [charge('5707', 'Trespassing', 'misdemeanor'), 10],
  [charge('5015', 'Failure to Appear', 'misdemeanor'), 9],
  [charge('5012', 'Probation Violation', 'misdemeanor'), 7],
  [charge('1313', 'Simple Assault', 'misdemeanor'), 10],
  [charge('2902', 'Damage Property - Private', 'misdemeanor'), 5],
  [charge('3550', 'Narcotic Equipment - Possession', 'misdemeanor'), 6],
  [charge('3532', 'Cocaine - Possession', 'felony'), 4],
  [charge('3512', 'Heroin - Possession', 'felony'), 4],
  [charge('3562', 'Marijuana - Possession', 'infraction'), 4],
  [charge('2404', 'Vehicle Theft', 'felony'), 3],
  [charge('2203', 'Burglary - Forced Entry - Non-Residence', 'felony'), 3],
  [charge('1315', 'Aggravated Assault - Weapon', 'felony'), 3],
  [charge('4801', 'Resisting Officer', 'misdemeanor'), 5],
  [charge('5212', 'Possession of Weapon', 'felony'), 2],
];

/** What is charged when the arrest was for violence at home. */
export const violenceAtHome: Charge = charge('1313', 'Simple Assault', 'misdemeanor');

function charge(offenseCode: string, description: string, severity: Charge['severity']): Charge {
  return { offenseCode, description, severity };
}
