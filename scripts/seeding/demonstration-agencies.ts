import { behavioralHealth } from '@resident-graph/behavioral-health-subgraph';
import { benefits } from '@resident-graph/benefits-subgraph';
import { housing } from '@resident-graph/housing-subgraph';
import { justice } from '@resident-graph/justice-subgraph';
import { buildSearch, residents } from '@resident-graph/residents-subgraph';
import { behavioralHealthRecorder } from '../population/agencies/behavioral-health/index.ts';
import { benefitsRecorder } from '../population/agencies/benefits/index.ts';
import { housingRecorder } from '../population/agencies/housing/index.ts';
import { justiceRecorder } from '../population/agencies/justice/index.ts';
import { residentsRecorder } from '../population/agencies/residents/index.ts';
import type { AgencyName } from '../population/index.ts';
import type { Agency } from './agency.ts';

/** The five agencies of the demonstration, in the order of their ports. */
export const demonstrationAgencies: readonly Agency[] = [
  { subgraph: residents, recorder: residentsRecorder, finish: buildSearch },
  { subgraph: benefits, recorder: benefitsRecorder },
  { subgraph: housing, recorder: housingRecorder },
  { subgraph: behavioralHealth, recorder: behavioralHealthRecorder },
  { subgraph: justice, recorder: justiceRecorder },
];

/** Their names. */
export const agencies: readonly AgencyName[] = demonstrationAgencies.map(({ recorder }) => recorder.agency);
