import type { Resolvers } from '@resident-graph/subgraph-kit';

import { codes } from '../codes/index.ts';
import type { Loaders } from '../loaders.ts';
import { clientResolvers } from './client.ts';
import { contactFields, contactResolvers } from './contacts.ts';
import { coordinatedEntryFields, coordinatedEntryResolvers } from './coordinated-entry.ts';
import { disabilityFields, disabilityResolvers } from './disabilities.ts';
import { enrollmentFields, priorLivingSituationResolvers } from './enrollment.ts';
import { exitResolvers } from './exit.ts';
import { householdFields, householdResolvers } from './household.ts';
import { incomeFields, incomeResolvers } from './income.ts';
import { projectResolvers } from './project.ts';
import { residentResolvers } from './resident.ts';
import { violenceFields, violenceResolvers } from './violence.ts';

/** Every domain's resolvers; the enrollment is where they meet. */
export const resolvers: Resolvers<Loaders> = {
  ...codes,
  ...residentResolvers,
  ...clientResolvers,
  ...priorLivingSituationResolvers,
  ...exitResolvers,
  ...projectResolvers,
  ...disabilityResolvers,
  ...violenceResolvers,
  ...incomeResolvers,
  ...contactResolvers,
  ...coordinatedEntryResolvers,
  ...householdResolvers,
  HousingEnrollment: {
    ...enrollmentFields,
    ...disabilityFields,
    ...violenceFields,
    ...incomeFields,
    ...contactFields,
    ...coordinatedEntryFields,
    ...householdFields,
  },
};
