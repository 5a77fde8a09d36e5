/** `npm run documents`: writes the types of what the client view and the example of a client ask. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { documentsFolder, documentTexts, typedDocuments } from './build-client-view/index.ts';

const supergraph = await readFile(new URL('../gateway/supergraph.graphql', import.meta.url), 'utf8');
const exampleFolder = fileURLToPath(new URL('client-example', import.meta.url));
for (const folder of [documentsFolder, exampleFolder]) {
  // One after the other: the code generator takes all the memory that it finds.
  // oxlint-disable-next-line no-await-in-loop
  await writeFile(`${folder}/operations.ts`, await typedDocuments(folder, supergraph));
  // oxlint-disable-next-line no-await-in-loop
  await writeFile(`${folder}/document-texts.ts`, await documentTexts(folder));
}
