import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * A page that names what was built: `{{name.extension}}` becomes the address of that asset.
 *
 * @throws Error if there is no such asset
 */
export function namedPage(template: string, metafile: Metafile, addresses: string): string {
  const assets = Object.keys(metafile.outputs).map((path) => basename(path));
  return template.replaceAll(/\{\{(\w+)\.(\w+)\}\}/g, (_, name: string, extension: string) => {
    const found = assets.find((asset) => asset.startsWith(`${name}-`) && asset.endsWith(`.${extension}`));
    if (found === undefined) throw new Error(`The page names ${name}.${extension}, which was not built.`);
    return `${addresses}${found}`;
  });
}
