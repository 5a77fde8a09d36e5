import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { stampOf } from './stamp-of.ts';
import { readTrustedDocuments } from './typed-documents.ts';

const clientView = fileURLToPath(new URL('../../gateway/client-view/', import.meta.url));

/** Where the operations of the page are. */
export const documentsFolder = join(clientView, 'documents');

/** Where the gateway finds what is built. */
export const builtFolder = join(clientView, 'dist');

/** The documents that the page asks, as the gateway trusts them. */
export const trustedDocumentsFile = join(builtFolder, 'trusted-documents.json');

/**
 * Builds the caseworker's page: bundles whose names carry the hash of what is in them, the page that names
 * them, and the manifest of the documents that it asks (Apollo's persisted query manifest). Nothing happens
 * where the same was built before; otherwise it is replaced when everything has gone well.
 */
export async function buildClientView(): Promise<void> {
  const sources = ['source', 'style', 'documents'].map((name) => join(clientView, name));
  const stamp = await stampOf([...sources, fileURLToPath(new URL('.', import.meta.url))]);
  const built = await readFile(join(builtFolder, 'stamp'), 'utf8').catch(() => '');
  if (built !== stamp) await buildAnew(stamp);
}

async function buildAnew(stamp: string): Promise<void> {
  const folder = `${builtFolder}.new-${process.pid}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await bundle(folder);
  await writeFile(join(folder, 'index.html'), await pageOf(metafile));
  await writeFile(join(folder, 'trusted-documents.json'), await manifest());
  await writeFile(join(folder, 'stamp'), stamp);
  await rm(builtFolder, { recursive: true, force: true });
  await rename(folder, builtFolder).catch(() => rm(folder, { recursive: true, force: true }));
}

function bundle(folder: string) {
  return build({
    absWorkingDir: clientView,
    entryPoints: { page: 'source/main.tsx', style: 'style/style.css' },
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

async function pageOf(metafile: Metafile): Promise<string> {
  const template = await readFile(join(clientView, 'source', 'page.html'), 'utf8');
  const assets = Object.keys(metafile.outputs).map((path) => basename(path));
  return template.replaceAll(/\{\{(\w+)\.(\w+)\}\}/g, (_, name: string, extension: string) => {
    const found = assets.find((asset) => asset.startsWith(`${name}-`) && asset.endsWith(`.${extension}`));
    if (found === undefined) throw new Error(`The page names ${name}.${extension}, which was not built.`);
    return `/assets/${found}`;
  });
}

async function manifest(): Promise<string> {
  const documents = await readTrustedDocuments(documentsFolder);
  const operations = documents.map(({ id, text, name, type }) => ({ id, body: text, name, type }));
  return JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
}
