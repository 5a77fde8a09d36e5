import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

/** A page by the sources of what it loads, as the build knows them. */
export interface PageSources {
  readonly title: string;
  /** Runs as soon as it is there, before the page is drawn; null: nothing does. */
  readonly begin: string | null;
  /** Draws the page into the element `#page`. */
  readonly script: string;
  readonly stylesheet: string;
  /** What the script is about to import: it arrives together with the script, and not a round trip later. */
  readonly screens: readonly string[];
  /** HTML for whoever runs no script. */
  readonly withoutScript: string;
}

/**
 * The HTML of a page whose script, style sheets and modules were built. The session is asked for while they load, with
 * the very request that the script makes.
 *
 * @param addresses - where the built files are served, with a slash at its end
 * @throws Error if something that it names was not built
 */
export function builtPage(sources: PageSources, { outputs }: Metafile, addresses: string): string {
  const address = (path: string): string => `${addresses}${basename(path)}`;
  const script = outputOf(sources.script, outputs);
  const { cssBundle } = outputs[script] ?? {};
  const stylesheets = [
    outputOf(sources.stylesheet, outputs),
    ...(cssBundle === undefined ? [] : [cssBundle]),
  ];
  const begin = sources.begin === null ? [] : [outputOf(sources.begin, outputs)];
  const screens = sources.screens.map((source) => outputOf(source, outputs));
  const modules = new Set([...begin, script, ...screens].flatMap((path) => withImports(path, outputs)));
  for (const one of [...begin, script]) modules.delete(one);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${sources.title}</title>
    <link rel="icon" href="data:," />
    <link rel="preload" href="/session" as="fetch" crossorigin />
${begin.map((path) => `    <script type="module" async src="${address(path)}"></script>\n`).join('')}\
${stylesheets.map((path) => `    <link rel="stylesheet" href="${address(path)}" />\n`).join('')}\
    <script type="module" src="${address(script)}"></script>
${[...modules].map((path) => `    <link rel="modulepreload" href="${address(path)}" />\n`).join('')}\
  </head>
  <body>
    <div id="page"></div>
    <noscript>${sources.withoutScript}</noscript>
  </body>
</html>
`;
}

type Outputs = Metafile['outputs'];

function outputOf(source: string, outputs: Outputs): string {
  const found = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source);
  if (found === undefined) throw new Error(`The page names ${source}, which was not built.`);
  return found;
}

/** A module with all that it can't run without, those that it imports itself first. */
function withImports(path: string, outputs: Outputs): readonly string[] {
  const found = new Set([path]);
  for (const one of found)
    for (const { kind, external, path: imported } of outputs[one]?.imports ?? [])
      if (kind === 'import-statement' && !external) found.add(imported);
  return [...found];
}
