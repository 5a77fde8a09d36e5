import type { DocumentNode } from 'graphql';
import { Kind, visit } from 'graphql';

import type { HiddenNames } from './selections.ts';

/** Names that nothing in a document has. */
export function hiddenNames(document: DocumentNode): HiddenNames {
  const taken = new Set<string>();
  visit(document, {
    [Kind.FIELD]: ({ name, alias }) => {
      taken.add((alias ?? name).value);
    },
  });
  return { type: freeName('hiddenType', taken), id: freeName('hiddenId', taken) };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  while (taken.has(name)) name += '_';
  return name;
}
