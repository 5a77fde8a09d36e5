/** `npm run documents`: writes the types of what the client view asks, from its documents and the supergraph. */
import { readFile, writeFile } from 'node:fs/promises';
import { documentsFolder, documentTexts, typedDocuments } from './build-client-view/index.ts';

const supergraph = await readFile(new URL('../gateway/supergraph.graphql', import.meta.url), 'utf8');
await writeFile(`${documentsFolder}/operations.ts`, await typedDocuments(documentsFolder, supergraph));
await writeFile(`${documentsFolder}/document-texts.ts`, await documentTexts(documentsFolder));
