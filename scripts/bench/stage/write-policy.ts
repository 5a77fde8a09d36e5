import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { contentHash, type AgreementDocument } from '@resident-graph/gateway';
import { parse, stringify } from 'yaml';

import { showcaseCaller } from '../../demo/index.ts';
import type { Stage } from './stage.ts';

const catalogueFile = fileURLToPath(new URL('../../../gateway/agreements/categories.yaml', import.meta.url));

/** What authorizes the benchmark's caller. */
export interface StagedPolicy {
  /** Of the catalogue and the agreements. */
  readonly agreementsFolder: string;
  /** The graph with labels of that catalogue. */
  readonly supergraphFile: string;
}

/** Put before the name of each category, so that it is none that a statute covers. */
const prefix = 'measured-';

/**
 * Writes agreements that permit the caller everything, so that every contender gives the same answer and only the
 * cost of deciding differs; further agreements, about others, make up the number.
 *
 * @throws Error if the graph has no labels, without which nothing is permitted to anybody.
 */
export async function writePolicy(stage: Stage, count: number): Promise<StagedPolicy> {
  const folder = join(stage.folder, `policy-${count}`);
  const graphFolder = join(stage.folder, `policy-${count}-graph`);
  await Promise.all([folder, graphFolder].map(async (each) => mkdir(each, { recursive: true })));
  const categories = await measuredCategories();
  await writeFile(join(folder, 'categories.yaml'), stringify({ categories }));
  const agreements = agreementsOver(categories, count);
  await Promise.all(agreements.map((each) => writeFile(join(folder, `${each.id}.yaml`), stringify(each))));
  return { agreementsFolder: folder, supergraphFile: await writeSupergraph(stage, graphFolder) };
}

interface MeasuredCategory {
  readonly name: string;
  readonly agency: string;
}

async function measuredCategories(): Promise<readonly MeasuredCategory[]> {
  const { categories } = parse(await readFile(catalogueFile, 'utf8')) as {
    readonly categories: readonly MeasuredCategory[];
  };
  return categories.map((category) => ({
    ...category,
    name: `${prefix}${category.name}`,
    concealment: undefined,
    arguments: undefined,
  }));
}

function agreementsOver(
  categories: readonly MeasuredCategory[],
  count: number,
): readonly AgreementDocument[] {
  const providers = [...new Set(categories.map(({ agency }) => agency))];
  const [role = ''] = showcaseCaller.roles;
  return Array.from({ length: count }, (_, index) => {
    const provider = providers[index % providers.length] ?? '';
    const names = categories.filter(({ agency }) => agency === provider).map(({ name }) => name);
    return signed(provider, names, index, index < providers.length ? role : `another-role-${index}`);
  });
}

function signed(
  provider: string,
  categories: readonly string[],
  index: number,
  role: string,
): AgreementDocument {
  const { agency } = showcaseCaller;
  const agreement: AgreementDocument = {
    id: `measured-${index}`,
    version: 1,
    title: `Measured agreement ${index}`,
    kind: 'memorandum',
    status: 'in-force',
    provider,
    recipients: [{ agency, roles: [role] }],
    legalAuthority: ['None: it is measured, not used'],
    grants: [{ clause: '1', categories: [...categories], purposes: ['HOUSING_PLACEMENT'] }],
    redisclosure: 'forbidden',
    term: { startsOn: '2020-01-01', endsOn: '2099-12-31' },
    signatures: [],
  };
  const hash = contentHash(agreement);
  const signatures = [...new Set([provider, agency])].map((each) => ({
    officer: 'Nobody',
    office: 'Benchmark',
    agency: each,
    signedOn: '2019-12-31',
    contentHash: hash,
  }));
  return { ...agreement, signatures };
}

/** Labels are renamed in the schemas as categories are in the catalogue. */
async function writeSupergraph({ subgraphs, supergraphFile }: Stage, folder: string): Promise<string> {
  const original = parse(await readFile(supergraphFile, 'utf8')) as SupergraphFile;
  const entries = subgraphs.map(async ({ name, url }) => {
    const file = join(folder, `${name}.graphql`);
    const schema = await readFile(original.subgraphs[name]?.schema.file ?? '', 'utf8');
    if (!schema.includes('@policy(')) throw new Error('Its schemas have no labels to decide by.');
    await writeFile(file, relabelled(schema));
    return [name, { routing_url: url, schema: { file } }] as const;
  });
  const written = join(folder, 'supergraph.yaml');
  await writeFile(written, stringify({ subgraphs: Object.fromEntries(await Promise.all(entries)) }));
  return written;
}

interface SupergraphFile {
  readonly subgraphs: Readonly<Record<string, { readonly schema: { readonly file: string } }>>;
}

function relabelled(schema: string): string {
  return schema.replaceAll(/@policy\(policies: (\[\[.*?\]\])\)/g, (application, policies: string) =>
    application.replace(policies, policies.replaceAll(/"([^"]+)"/g, `"${prefix}$1"`)),
  );
}
