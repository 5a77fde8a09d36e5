import { z } from 'zod';

import { agreementSchema } from './agreements/index.ts';
import { catalogueSchema } from './categories/index.ts';

/** A JSON Schema with the name of its file. */
export interface PublishedSchema {
  readonly file: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * The JSON Schemas (draft 7, which editors' YAML servers know best) of agreements and of the catalogue of
 * categories, for editors that complete and check what is written. They say the shape; signatures, terms and names
 * of categories are checked when the files are read.
 */
export function publishedSchemas(): readonly PublishedSchema[] {
  return [
    { file: 'agreement.schema.json', schema: draft7('Data-sharing agreement', agreementSchema) },
    { file: 'categories.schema.json', schema: draft7('Catalogue of data categories', catalogueSchema) },
  ];
}

function draft7(title: string, schema: z.ZodType): PublishedSchema['schema'] {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, title, ...rest };
}
