import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildOnce } from './build-once.ts';
import { builtPage } from './built-page.ts';
import { readTrustedDocuments } from './typed-documents.ts';

const clientView = fileURLToPath(new URL('../../gateway/client-view/', import.meta.url));

/** Where the operations of the page are. */
export const documentsFolder = join(clientView, 'documents');

/** Where the gateway finds what is built. */
export const builtFolder = join(clientView, 'dist');

/** The documents that the page asks, as the gateway trusts them. */
export const trustedDocumentsFile = join(builtFolder, 'trusted-documents.json');

const page = {
  title: 'Resident Graph',
  begin: 'source/begin.ts',
  script: 'source/main.tsx',
  stylesheet: 'style/style.css',
  withoutScript: 'This page needs JavaScript.',
};

/** The same page, as it is served for each screen where most people begin, and for all others. */
const pages = {
  'index.html': [],
  'home.html': ['source/home/index.ts'],
  'resident.html': ['source/resident/index.ts'],
} as const;

/**
 * Builds the caseworker's page: bundles whose names carry the hash of what is in them, the pages that name
 * them, and the manifest of the documents that it asks (Apollo's persisted query manifest).
 */
export async function buildClientView(): Promise<void> {
  const sources = ['source', 'style', 'documents'].map((name) => join(clientView, name));
  await buildOnce(builtFolder, [...sources, fileURLToPath(new URL('.', import.meta.url))], async (folder) => {
    const { metafile } = await bundle(folder);
    await Promise.all(
      Object.entries(pages).map(([name, screens]) =>
        writeFile(join(folder, name), builtPage({ ...page, screens }, metafile, '/assets/')),
      ),
    );
    await writeFile(join(folder, 'trusted-documents.json'), await manifest());
  });
}

function bundle(folder: string) {
  return build({
    absWorkingDir: clientView,
    entryPoints: {
      begin: 'source/begin.ts',
      page: 'source/main.tsx',
      style: 'style/style.css',
      documentation: 'style/documentation.css',
    },
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    metafile: true,
    legalComments: 'none',
    loader: { '.woff2': 'file', '.svg': 'file' },
    logLevel: 'warning',
  });
}

async function manifest(): Promise<string> {
  const documents = await readTrustedDocuments(documentsFolder);
  const operations = documents.map(({ id, text, name, type }) => ({ id, body: text, name, type }));
  return JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
}
