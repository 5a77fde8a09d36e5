import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGovernance, type Governance } from '../../gateway/src/governance/index.ts';
import type { DemonstrationCaller } from '../../scripts/demo/index.ts';
import type { AgencyName } from '../../scripts/seeding/index.ts';
import { openRecordingDoor, type AskedRequest, type RecordingDoor } from './recording-door.ts';
import { startEnvironment, type EnvironmentOptions } from './start-environment.ts';

/** An answer, with its status and what is told beside the data. */
export interface AuthorizedAnswer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, string | null>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Who asks, and why. */
export interface Asking {
  readonly caller: DemonstrationCaller;
  readonly purposeOfUse: string | null;
}

/** The whole product with its agreements in force, and what its agencies are asked. */
export interface AuthorizedEnvironment {
  readonly ask: (
    asking: Asking,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    operationName?: string,
  ) => Promise<AuthorizedAnswer>;
  readonly asked: ReadonlyMap<AgencyName, AskedRequest[]>;
  readonly importFacts: Governance['importFacts'];
  /** URL of the facts that decisions depend on. */
  readonly database: string;
  readonly supergraphFile: string;
  readonly close: () => Promise<void>;
}

/** Starts everything, a door that takes notes before each agency. */
export async function startAuthorizedEnvironment(
  options: Omit<EnvironmentOptions, 'before'>,
): Promise<AuthorizedEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-facts-'));
  const database = `sqlite:${join(folder, 'governance.sqlite')}`;
  const governance = await openGovernance({ database, log: silence });
  const doors = new Map<AgencyName, RecordingDoor>();
  const environment = await startEnvironment({
    ...options,
    flags: { 'authorization.enforce': 'true', 'authorization.database': database, ...options.flags },
    before: async (agency, url) => {
      const door = await openRecordingDoor(url);
      doors.set(agency, door);
      return door.url;
    },
  });
  const close = async (): Promise<void> => {
    await environment.close();
    await Promise.all([...doors.values()].map((door) => door.close()));
    await governance.close();
    await rm(folder, { recursive: true, force: true });
  };
  const ask: AuthorizedEnvironment['ask'] = async (
    { caller, purposeOfUse },
    query,
    variables = {},
    operationName,
  ) => {
    const token = await environment.issuer.token(caller);
    const purpose = purposeOfUse === null ? {} : { 'purpose-of-use': purposeOfUse };
    const response = await fetch(environment.url, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...purpose,
      },
      body: JSON.stringify({ query, variables, operationName }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const asked = new Map([...doors].map(([agency, door]) => [agency, door.asked]));
  const { supergraphFile } = environment;
  return { ask, asked, importFacts: governance.importFacts, database, supergraphFile, close };
}

const nothing = (): void => {};

const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };
