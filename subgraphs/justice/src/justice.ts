import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { codes } from './codes.ts';
import { createLoaders } from './loaders.ts';
import type { JusticeLoaders } from './loaders.ts';
import {
  createCourtRecords,
  createDisclosureViews,
  createJailRecords,
  createSubjectsAndPlaces,
} from './migrations/index.ts';
import { persons } from './persons.ts';
import { booking, bookingDetails, courtCase, lists, resident } from './resolvers/index.ts';

/** The justice agency: jail, courts and probation in the words of NIEM 6.0. */
export const justice = defineSubgraph<JusticeLoaders>({
  name: 'justice',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations: [createSubjectsAndPlaces, createCourtRecords, createJailRecords, createDisclosureViews],
  loaders: createLoaders,
  resolvers: { ...resident, ...lists, ...booking, ...bookingDetails, ...courtCase, ...codes },
  persons,
});
