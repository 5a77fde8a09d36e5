import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import {
  Kind,
  parse,
  print,
  printSchema,
  separateOperations,
  stripIgnoredCharacters,
  type DocumentNode,
} from 'graphql';
import { format } from 'prettier';
import { buildSupergraph } from '../../gateway/src/supergraph/index.ts';

/** What the page may ask: one operation with the fragments that it needs. */
export interface TrustedDocument {
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** SHA-256 of the text. */
  readonly id: string;
  readonly text: string;
}

const header =
  '// Written by `npm run documents` from the .graphql files of this folder and the supergraph.\n\n';

/** Reads the operations of a folder of `.graphql` files, in the order of their names. */
export async function readTrustedDocuments(folder: string): Promise<readonly TrustedDocument[]> {
  const operations = Object.entries(separateOperations(await readDocuments(folder)));
  return operations.toSorted(([a], [b]) => a.localeCompare(b, 'en')).map(trusted);
}

/** The TypeScript module of a folder's operations: the types of what they ask and answer, and the documents. */
export async function typedDocuments(folder: string, supergraphSdl: string): Promise<string> {
  const document = await readDocuments(folder);
  const schema = parse(printSchema(buildSupergraph(supergraphSdl).apiSchema));
  const types = await codegen({
    schema,
    documents: [{ document }],
    filename: 'operations.ts',
    config: { scalars, enumsAsTypes: true, skipTypename: true, useTypeImports: true, immutableTypes: true },
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
  });
  const documents = (await readTrustedDocuments(folder)).map(declarationOf);
  const text = [header, "import type { TypedDocument } from './typed-document.ts';\n", types, ...documents];
  return formatted(text.join('\n'));
}

function formatted(text: string): Promise<string> {
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 110 });
}

/** The TypeScript module of the documents' texts by their ids, for gateways that don't know the ids. */
export async function documentTexts(folder: string): Promise<string> {
  const texts = (await readTrustedDocuments(folder)).map(({ id, text }) => [id, text]);
  const object = JSON.stringify(Object.fromEntries(texts));
  const declaration = `export const documentTexts: Readonly<Record<string, string>> = ${object};`;
  return formatted(`${header}${declaration}`);
}

const scalars = { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' };

async function readDocuments(folder: string): Promise<DocumentNode> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return parse(texts.join('\n'), { noLocation: true });
}

function trusted([name, document]: readonly [string, DocumentNode]): TrustedDocument {
  const text = stripIgnoredCharacters(print(document));
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const type = operation?.kind === Kind.OPERATION_DEFINITION ? operation.operation : 'query';
  return { name, type, id: createHash('sha256').update(text).digest('hex'), text };
}

function declarationOf({ name, type, id }: TrustedDocument): string {
  const kind = type === 'mutation' ? 'Mutation' : 'Query';
  const [answer, variables] = [`${name}${kind}`, `${name}${kind}Variables`];
  const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}Document`;
  return `export const ${constant}: TypedDocument<${answer}, ${variables}> = ${JSON.stringify({ id })};\n`;
}
