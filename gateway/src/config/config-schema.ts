import { z } from 'zod';

import { authenticationOptions } from './authentication-options.ts';
import { authorizationOptions } from './authorization-options.ts';
import { executionOptions } from './execution-options.ts';
import { httpOptions } from './http-options.ts';
import { ledgerOptions } from './ledger-options.ts';
import { loggingOptions } from './logging-options.ts';
import { metricsOptions } from './metrics-options.ts';
import { operationOptions } from './operation-options.ts';
import { residentIndexOptions } from './resident-index-options.ts';
import { sessionOptions } from './session-options.ts';
import { signInOptions } from './sign-in-options.ts';
import { signingOptions } from './signing-options.ts';
import { subgraphOptions } from './subgraph-options.ts';
import { supergraphOptions } from './supergraph-options.ts';

/** The whole configuration, a section per concern. */
export const configSchema = z.object({
  http: httpOptions,
  authentication: authenticationOptions,
  signIn: signInOptions,
  sessions: sessionOptions,
  authorization: authorizationOptions,
  signing: signingOptions,
  residentIndex: residentIndexOptions,
  ledger: ledgerOptions,
  supergraph: supergraphOptions,
  subgraphs: subgraphOptions,
  operations: operationOptions,
  execution: executionOptions,
  logging: loggingOptions,
  metrics: metricsOptions,
});

/** A configuration whose every value has been checked. */
export type Config = z.infer<typeof configSchema>;
