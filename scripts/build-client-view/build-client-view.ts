import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { readTrustedDocuments } from './typed-documents.ts';

const clientView = fileURLToPath(new URL('../../gateway/client-view/', import.meta.url));

/** Where the operations of the page are. */
export const documentsFolder = join(clientView, 'documents');

/** Where the gateway finds what is built. */
export const builtFolder = join(clientView, 'dist');

/**
 * Builds the caseworker's page: bundles whose names carry the hash of what is in them, the page that names
 * them, and the manifest of the documents that it asks (Apollo's persisted query manifest). What was built
 * before is replaced at once, when everything else has gone well.
 */
export async function buildClientView(): Promise<void> {
  const folder = `${builtFolder}.new-${process.pid}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await bundle(folder);
  await writeFile(join(folder, 'index.html'), await pageOf(metafile));
  await writeFile(join(folder, 'trusted-documents.json'), await manifest());
  await rm(builtFolder, { recursive: true, force: true });
  await rename(folder, builtFolder);
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
