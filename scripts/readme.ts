/** `npm run readme`: writes the README's sections that come from the code and from a run of the demonstration. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { demonstrationSections, replaceSection, withGeneratedSections } from './readme/index.ts';

const file = fileURLToPath(new URL('../README.md', import.meta.url));
const { example, callers } = await demonstrationSections((line) => process.stderr.write(`${line}\n`));
const readme = withGeneratedSections(await readFile(file, 'utf8'));
await writeFile(file, replaceSection(replaceSection(readme, 'example', example), 'callers', callers));
