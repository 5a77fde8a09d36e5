import type { Chance } from '../../recorder.ts';
import { providers } from './providers.ts';
import type { Provider } from './providers.ts';
import type { Treatment } from './visit.ts';

const outpatientClinics = [
  providers.harborOutpatient,
  providers.larkmoorOutpatient,
  providers.quarryOutpatient,
];
const residences = [providers.millbrookRecovery, providers.lighthouseRecovery];

const programs: Readonly<Record<Treatment['setting'], readonly Provider[]>> = {
  detoxHospital: [providers.elleryHospitalUnit],
  detoxFreeStanding: [providers.anchorDetox, providers.dunmereDetox],
  residentialShort: residences,
  residentialLong: residences,
  intensiveOutpatient: outpatientClinics,
  outpatient: outpatientClinics,
  ambulatoryDetox: outpatientClinics,
};

/** A programme that offers the setting; methadone outside a ward comes from opioid treatment programmes alone (42 CFR 8.11). */
export function chooseProgram(treatment: Treatment, chance: Chance): Provider {
  const ambulatory = programs[treatment.setting] === outpatientClinics;
  if (treatment.medication === 'methadone' && ambulatory) {
    return chance.pick([providers.elleryOpioidTreatment, providers.larkmoorOpioidTreatment]);
  }
  return chance.pick(programs[treatment.setting]);
}
