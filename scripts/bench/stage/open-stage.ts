import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stringify } from 'yaml';

import { freePorts, openIssuer, showcaseCaller } from '../../demo/index.ts';
import type { OriginSubgraph } from '../scenarios/index.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import type { Stage, StagedSubgraph } from './stage.ts';
import { withoutSecurity } from './without-security.ts';

/** What a stage is made of. */
export interface StageOptions {
  readonly folder: string;
  readonly gatewayCommand: readonly string[];
  readonly origins: readonly OriginSubgraph[];
  readonly body: string;
  readonly isSharing: boolean;
}

/** Gives each subgraph a port, and writes the graph down in every contender's format. Nothing runs yet. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { folder, gatewayCommand, origins, body, isSharing } = options;
  await mkdir(folder, { recursive: true });
  const ports = await freePorts(origins.length);
  const subgraphs = await Promise.all(
    origins.map((origin, index) => stagedSubgraph(origin, ports[index] ?? 0, folder)),
  );
  const supergraphFile = await writeSupergraph(join(folder, 'supergraph.yaml'), subgraphs, labelledFile);
  const composedFile = await compose(folder, gatewayCommand, subgraphs);
  const issuer = await openIssuer(folder);
  const request = { headers: await headers(issuer), body };
  return { folder, gatewayCommand, supergraphFile, composedFile, subgraphs, issuer, request, isSharing };
}

async function stagedSubgraph(
  { name, schema }: OriginSubgraph,
  port: number,
  folder: string,
): Promise<StagedSubgraph> {
  const schemaFile = join(folder, `${name}.graphql`);
  await writeFile(schemaFile, withoutSecurity(schema));
  await writeFile(labelledFile({ schemaFile }), schema);
  return { name, port, schemaFile, url: `http://127.0.0.1:${port}/graphql` };
}

function labelledFile({ schemaFile }: Pick<StagedSubgraph, 'schemaFile'>): string {
  return schemaFile.replace(/\.graphql$/, '.labelled.graphql');
}

async function writeSupergraph(
  file: string,
  subgraphs: readonly StagedSubgraph[],
  schemaOf: (subgraph: StagedSubgraph) => string,
): Promise<string> {
  const entries = subgraphs.map((subgraph) => [
    subgraph.name,
    { routing_url: subgraph.url, schema: { file: schemaOf(subgraph) } },
  ]);
  await writeFile(file, stringify({ subgraphs: Object.fromEntries(entries) as object }));
  return file;
}

async function compose(
  folder: string,
  gatewayCommand: readonly string[],
  subgraphs: readonly StagedSubgraph[],
): Promise<string> {
  const list = join(folder, 'unlabelled.yaml');
  await writeSupergraph(list, subgraphs, ({ schemaFile }) => schemaFile);
  return composeSupergraph(gatewayCommand, list, join(folder, 'supergraph.graphql'));
}

async function headers(issuer: Stage['issuer']): Promise<Stage['request']['headers']> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${await issuer.token(showcaseCaller)}`,
    'content-type': 'application/json',
  };
}
