import { smallSupergraph } from '../world/fake-engine.ts';
import { brokenDocuments } from './broken-documents.ts';
import { expensiveDocuments } from './expensive-documents.ts';
import type { HostileDocument } from './hostile-document.ts';
import { hostileVariables } from './hostile-variables.ts';

export type { HostileDocument } from './hostile-document.ts';

/** All of them, for whoever sends them to a gateway. */
export const hostileDocuments: readonly HostileDocument[] = [
  ...expensiveDocuments,
  ...brokenDocuments,
  ...hostileVariables,
];

/** The schema that they are about. */
export const hostileSchema: string = smallSupergraph().sdl;
