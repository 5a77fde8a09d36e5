import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { codes } from './codes.ts';
import { createLoaders } from './loaders.ts';
import type { BehavioralHealthLoaders } from './loaders.ts';
import {
  createMentalHealthRecords,
  createProvidersAndClients,
  createTreatmentRecords,
} from './migrations/index.ts';
import { persons } from './persons.ts';
import { mentalHealth, resident, substanceUseTreatment, treatmentDetails } from './resolvers/index.ts';

/** The behavioral health agency: substance use treatment and mental health care after SAMHSA's TEDS. */
export const behavioralHealth = defineSubgraph<BehavioralHealthLoaders>({
  name: 'behavioral-health',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations: [createProvidersAndClients, createTreatmentRecords, createMentalHealthRecords],
  loaders: createLoaders,
  resolvers: { ...resident, ...substanceUseTreatment, ...treatmentDetails, ...mentalHealth, ...codes },
  persons,
});
