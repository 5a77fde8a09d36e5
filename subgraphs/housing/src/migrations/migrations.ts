import type { Migration } from '@resident-graph/subgraph-kit';

import { createClients } from './create-clients.ts';
import { createContacts } from './create-contacts.ts';
import { createEnrollments } from './create-enrollments.ts';
import { createHealth } from './create-health.ts';
import { createIncomeBenefits } from './create-income-benefits.ts';
import { createProjects } from './create-projects.ts';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  createProjects,
  createClients,
  createEnrollments,
  createHealth,
  createIncomeBenefits,
  createContacts,
];
