/** `npm run schemas`: writes the JSON Schemas of agreements and of the catalogue of categories from the code. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '@resident-graph/gateway';
import { format } from 'prettier';

const folder = new URL('../gateway/agreements/', import.meta.url);
for (const { file, schema } of publishedSchemas())
  await writeFile(
    fileURLToPath(new URL(file, folder)),
    await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 }),
  );
