import type { Row } from '../../recorder.ts';

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  /** NUCC Health Care Provider Taxonomy code. */
  readonly taxonomy: string;
  readonly partTwoProgram: boolean;
}

const hospitalUnit = '276400000X';
const rehabilitationFacility = '324500000X';
const substanceUseClinic = '261QR0405X';
const methadoneClinic = '261QM2800X';
const mentalHealthClinic = '261QM0801X';
const psychiatricHospital = '283Q00000X';

/** The invented providers of the invented State. */
export const providers = {
  elleryHospitalUnit: program(
    'FH100101',
    'Ellery General Hospital Addiction Unit',
    'Port Ellery',
    hospitalUnit,
  ),
  anchorDetox: program('FH100102', 'Anchor House Detoxification', 'Marrow Bay', rehabilitationFacility),
  dunmereDetox: program('FH100103', 'Dunmere Detoxification Center', 'Dunmere', rehabilitationFacility),
  millbrookRecovery: program(
    'FH100104',
    'Millbrook Recovery Residence',
    'Oxbow Mills',
    rehabilitationFacility,
  ),
  lighthouseRecovery: program(
    'FH100105',
    'Lighthouse Recovery Residence',
    'Port Ellery',
    rehabilitationFacility,
  ),
  harborOutpatient: program('FH100106', 'Harbor Outpatient Recovery', 'Port Ellery', substanceUseClinic),
  larkmoorOutpatient: program('FH100107', 'Larkmoor Recovery Clinic', 'Larkmoor', substanceUseClinic),
  quarryOutpatient: program('FH100108', 'Quarry Hill Recovery Clinic', 'Quarry Hill', substanceUseClinic),
  elleryOpioidTreatment: program(
    'FH100109',
    'Ellery Opioid Treatment Program',
    'Port Ellery',
    methadoneClinic,
  ),
  larkmoorOpioidTreatment: program(
    'FH100110',
    'Larkmoor Opioid Treatment Program',
    'Larkmoor',
    methadoneClinic,
  ),
  fairhavenPsychiatric: clinic(
    'FH200201',
    'Fairhaven State Psychiatric Hospital',
    'Sablewood',
    psychiatricHospital,
  ),
  elleryPsychiatric: clinic(
    'FH200202',
    'Ellery General Hospital Psychiatry',
    'Port Ellery',
    psychiatricHospital,
  ),
  elleryMentalHealth: clinic(
    'FH200203',
    'Ellery Community Mental Health Center',
    'Port Ellery',
    mentalHealthClinic,
  ),
  dunmereMentalHealth: clinic(
    'FH200204',
    'Dunmere Community Mental Health Center',
    'Larkmoor',
    mentalHealthClinic,
  ),
  crisisCenter: clinic(
    'FH200205',
    'Fairhaven Crisis Stabilization Center',
    'Port Ellery',
    mentalHealthClinic,
  ),
} satisfies Record<string, Provider>;

/** The rows of TEDS_PROVIDER. */
export function providerRows(): readonly Row[] {
  return Object.values<Provider>(providers).map((provider) => ({
    PROVIDER_ID: provider.id,
    PROVIDER_NAME: provider.name,
    CITY: provider.city,
    STATE_CD: 'FH',
    TAXONOMY_CD: provider.taxonomy,
    PART2_PROGRAM: provider.partTwoProgram ? 1 : 2,
  }));
}

function program(id: string, name: string, city: string, taxonomy: string): Provider {
  return { id, name, city, taxonomy, partTwoProgram: true };
}

function clinic(id: string, name: string, city: string, taxonomy: string): Provider {
  return { id, name, city, taxonomy, partTwoProgram: false };
}
