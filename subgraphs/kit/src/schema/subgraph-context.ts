import type { Database } from '../database/index.ts';
import type { ResidentLinks } from '../links/index.ts';
import type { Requester } from './requester.ts';

/** What every resolver of one request shares; all of it is made anew for each request. */
export interface SubgraphContext<Loaders> {
  readonly loaders: Loaders;
  readonly links: ResidentLinks;
  readonly database: Database;
  /** Null where the request came without the gateway's signature, which only development allows. */
  readonly requester: Requester | null;
}
