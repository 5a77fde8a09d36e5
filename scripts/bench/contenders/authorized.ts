import { join } from 'node:path';

import { openGatewayTrust } from '../../demo/index.ts';
import type { Stage } from '../stage/index.ts';
import { createPostgresDatabase, writePolicy } from '../stage/index.ts';
import type { Contender, RunningContender } from './contender.ts';
import { startOurGateway } from './our-gateway.ts';

/** With a dozen agreements in force, its requests to agencies signed. */
export const authorized: Contender = {
  name: 'authorized',
  description: 'Resident Graph, 12 agreements, signing',
  isPeer: false,
  start: async (stage) => startAuthorized(stage, 'authorized', { agreements: 12, isSigning: true }),
};

/** The same without signatures: the difference is what signing costs. */
export const authorizedUnsigned: Contender = {
  name: 'authorized-unsigned',
  description: 'Resident Graph, 12 agreements',
  isPeer: false,
  start: async (stage) => startAuthorized(stage, 'authorized-unsigned', { agreements: 12, isSigning: false }),
};

/** The same with as many agreements as a large state has. */
export const authorizedByThousands: Contender = {
  name: 'authorized-2000',
  description: 'Resident Graph, 2,000 agreements, signing',
  isPeer: false,
  start: async (stage) => startAuthorized(stage, 'authorized-2000', { agreements: 2000, isSigning: true }),
};

/** The first with its ledger: the difference is what it costs to record whom each answer discloses. */
export const recorded: Contender = {
  name: 'recorded',
  description: 'Resident Graph, 12 agreements, signing, ledger in SQLite',
  isPeer: false,
  start: async (stage) =>
    startAuthorized(stage, 'recorded', { agreements: 12, isSigning: true, isRecording: true }),
};

/** The same with the ledger's index in a database server, as a state has it: SQLite works in the gateway's process. */
export const recordedInPostgres: Contender = {
  name: 'recorded-postgres',
  description: 'Resident Graph, 12 agreements, signing, ledger in PostgreSQL',
  isPeer: false,
  start: async (stage) => {
    const { url, remove } = await createPostgresDatabase();
    const options = { agreements: 12, isSigning: true, isRecording: true, database: url };
    const running = await startAuthorized(stage, 'recorded-postgres', options);
    const stop = async (): Promise<void> => {
      await running.stop();
      await remove();
    };
    return { ...running, stop };
  },
};

interface AuthorizedOptions {
  readonly agreements: number;
  readonly isSigning: boolean;
  readonly isRecording?: boolean;
  /** Of the governance database; a file in the stage's folder by default. */
  readonly database?: string;
}

async function startAuthorized(
  stage: Stage,
  name: string,
  { agreements, isSigning, isRecording = false, database }: AuthorizedOptions,
): Promise<RunningContender> {
  const { agreementsFolder, supergraphFile } = await writePolicy(stage, agreements);
  const flags = {
    '--enforce-authorization': 'true',
    '--agreements': agreementsFolder,
    '--governance-database': database ?? `sqlite:${join(stage.folder, `${name}.sqlite`)}`,
    ...(isRecording && { '--ledger': join(stage.folder, name) }),
    ...(isSigning && (await signingFlags(stage))),
  };
  return startOurGateway({ ...stage, supergraphFile }, name, Object.entries(flags).flat());
}

async function signingFlags({ folder, subgraphs }: Stage): Promise<Readonly<Record<string, string>>> {
  const agencies = subgraphs.map(({ name }) => name);
  const { keyFile, secretsFile } = await openGatewayTrust(join(folder, 'trust'), agencies);
  return { '--signing-key-file': keyFile, '--signing-secrets-file': secretsFile };
}
