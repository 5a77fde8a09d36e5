import type { Caller } from '../authentication/index.ts';
import type { Database } from './database/index.ts';
import {
  readCaseload,
  readConsentRecords,
  readDeclarationRecords,
  readRelationshipRecords,
  readRestrictionRecords,
  readReviewQueue,
  readReviews,
  readSessionRecords,
  readSessions,
} from './reading/index.ts';
import type { Bonds } from './writing/index.ts';
import { bondsWith } from './writing/index.ts';

type WithoutDatabase<Read> = Read extends (database: Database, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** What is on file. Nothing here asks who wants to know. */
export interface Records {
  readonly consents: WithoutDatabase<typeof readConsentRecords>;
  readonly relationships: WithoutDatabase<typeof readRelationshipRecords>;
  readonly sessionsOfResidents: WithoutDatabase<typeof readSessionRecords>;
  readonly sessions: WithoutDatabase<typeof readSessions>;
  readonly reviews: WithoutDatabase<typeof readReviews>;
  readonly reviewQueue: WithoutDatabase<typeof readReviewQueue>;
  readonly caseload: WithoutDatabase<typeof readCaseload>;
  readonly declarations: WithoutDatabase<typeof readDeclarationRecords>;
  readonly restrictions: WithoutDatabase<typeof readRestrictionRecords>;
  /** What binds the caller to these residents. */
  readonly bonds: (caller: Caller, residentIds: readonly string[], at: Date) => Promise<Bonds>;
}

/** The records of a database. @param answered - gives the database's trouble its name */
export function recordsOf(
  database: Database,
  answered: <Value>(ask: () => Promise<Value>) => Promise<Value>,
): Records {
  return {
    consents: (ids) => answered(() => readConsentRecords(database, ids)),
    relationships: (ids) => answered(() => readRelationshipRecords(database, ids)),
    sessionsOfResidents: (ids) => answered(() => readSessionRecords(database, ids)),
    sessions: (ids) => answered(() => readSessions(database, ids)),
    reviews: (ids) => answered(() => readReviews(database, ids)),
    reviewQueue: (agency, page) => answered(() => readReviewQueue(database, agency, page)),
    caseload: (caller, page) => answered(() => readCaseload(database, caller, page)),
    declarations: (page) => answered(() => readDeclarationRecords(database, page)),
    restrictions: (page) => answered(() => readRestrictionRecords(database, page)),
    bonds: (caller, ids, at) => answered(() => bondsWith(database, caller, ids, at)),
  };
}
