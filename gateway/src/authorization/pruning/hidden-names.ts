import { randomBytes } from 'node:crypto';

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

/** Begins the names by which answers tell whose they are: nobody outside this process can have foreseen it. */
export const identifyingPrefix = `hidden_${randomBytes(9).toString('hex')}_`;

/** Names that nobody can have given to anything, so that they are found in the text of an answer. */
export const identifyingNames: HiddenNames = {
  type: `${identifyingPrefix}t`,
  id: `${identifyingPrefix}i`,
};

/** By which a record that belongs to a resident leads to them. */
export const backReferenceName = `${identifyingPrefix}r`;

/** Whether a client asks for something by a name that is kept for telling whom answers are about. */
export function usesIdentifyingNames(document: DocumentNode): boolean {
  let isUsed = false;
  visit(document, {
    [Kind.FIELD]: ({ name, alias }) => {
      isUsed ||= (alias ?? name).value.startsWith(identifyingPrefix);
    },
  });
  return isUsed;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  while (taken.has(name)) name += '_';
  return name;
}
