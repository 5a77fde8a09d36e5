import { fileURLToPath } from 'node:url';

const corpus = new URL('../../tests/corpus/', import.meta.url);

/** Where the corpus is kept, each with one folder for each domain. */
export const folders = {
  operations: fileURLToPath(new URL('operations', corpus)),
  answers: fileURLToPath(new URL('answers', corpus)),
};
