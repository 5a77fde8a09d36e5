import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { packageFile } from '../../package-file.ts';

/** A file as it is sent. */
export interface BuiltFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** The same compressed (RFC 1952); null where that saves nothing. */
  readonly gzipped: Buffer | null;
}

/** A built page: as it is served for each screen, by the names of its files, and what they name. */
export interface BuiltFiles {
  /** Served where a screen has none of its own. */
  readonly page: BuiltFile;
  readonly pages: ReadonlyMap<string, BuiltFile>;
  readonly assets: ReadonlyMap<string, BuiltFile>;
}

/** Where the build leaves the caseworker's page; the same from the sources and from the package. */
export const builtFolder = packageFile('client-view/dist/');

/** Where the build leaves the explorer. */
export const builtExplorerFolder = packageFile('explorer/dist/');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Reads everything that was built, once; null if nothing was. */
export function readBuiltFiles(folder: string): BuiltFiles | null {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return null;
  const assets = filesOf(join(folder, 'assets'), (extension) => extension in mediaTypes);
  return { page: readBuiltFile(page), pages: filesOf(folder, (extension) => extension === '.html'), assets };
}

function filesOf(folder: string, isWanted: (extension: string) => boolean): ReadonlyMap<string, BuiltFile> {
  const names = readdirSync(folder).filter((name) => isWanted(extname(name)));
  return new Map(names.map((name) => [name, readBuiltFile(join(folder, name))]));
}

function readBuiltFile(path: string): BuiltFile {
  const bytes = readFileSync(path);
  const gzipped = path.endsWith('.woff2') ? null : compressedOf(path, bytes);
  return { mediaType: mediaTypes[extname(path)] ?? 'application/octet-stream', bytes, gzipped };
}

/** As the build left it, where it did: megabytes are not compressed while a gateway starts. */
function compressedOf(path: string, bytes: Buffer): Buffer {
  const compressed = `${path}.gz`;
  return existsSync(compressed) ? readFileSync(compressed) : gzipSync(bytes, { level: 9 });
}

/** The address of the stylesheet of the documentation; null where the page was not built. */
export function documentationStylesheet(folder: string): string | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const name = readdirSync(join(folder, 'assets')).find((one) => /^documentation-\w+\.css$/.test(one));
  return name === undefined ? null : `/assets/${name}`;
}
