import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { buildOnce, builtPage } from '../build-client-view/index.ts';

const explorer = fileURLToPath(new URL('../../gateway/explorer/', import.meta.url));
const clientView = fileURLToPath(new URL('../../gateway/client-view/', import.meta.url));

/** Where the gateway finds the explorer. */
const builtFolder = join(explorer, 'dist');

const page = {
  title: 'Explorer · Resident Graph',
  begin: null,
  script: 'source/main.tsx',
  stylesheet: 'style/style.css',
  screens: [],
  withoutScript:
    'The explorer needs JavaScript. What can be asked is also written in <a href="/docs">the documentation</a>.',
};

/**
 * Builds the explorer from npm packages alone: its page, the editor with its workers, and everything compressed, as
 * compressing megabytes takes longer than a gateway may take to start.
 */
export async function buildExplorer(): Promise<void> {
  const own = ['source', 'style', 'examples'].map((name) => join(explorer, name));
  const shared = ['source/language', 'source/session', 'style'].map((name) => join(clientView, name));
  const scripts = fileURLToPath(new URL('.', import.meta.url));
  await buildOnce(builtFolder, [...own, ...shared, scripts], async (folder) => {
    const assets = join(folder, 'assets');
    const { metafile } = await bundle(assets);
    await bundleWorkers(assets);
    await writeFile(join(folder, 'index.html'), builtPage(page, metafile, '/explorer/assets/'));
    await compressAll(assets);
  });
}

const common = {
  absWorkingDir: explorer,
  bundle: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
  minify: true,
  metafile: true,
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
} as const satisfies BuildOptions;

function bundle(assets: string) {
  return build({
    ...common,
    entryPoints: { explorer: 'source/main.tsx', style: 'style/style.css' },
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'react',
    loader: { '.woff2': 'file', '.ttf': 'file', '.graphql': 'text' },
  });
}

/** Their names are fixed, because the page's script has to know them before it is built. */
function bundleWorkers(assets: string) {
  return build({
    ...common,
    entryPoints: {
      editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
      json: 'monaco-editor/esm/vs/language/json/json.worker.js',
      graphql: 'monaco-graphql/esm/graphql.worker.js',
    },
    outdir: assets,
    entryNames: '[name].worker',
  });
}

const compress = promisify(gzip);

async function compressAll(assets: string): Promise<void> {
  const names = (await readdir(assets)).filter((name) => /\.(js|css|ttf)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const file = join(assets, name);
      await writeFile(`${file}.gz`, await compress(await readFile(file), { level: 9 }));
    }),
  );
}
