import type { DisclosureContext } from './disclosure-context.ts';
import type { FetchCatalogue } from './fetch-catalogue.ts';
import type { ResidentDesk } from './resident-desk.ts';

/** What a guard decides by. */
export interface GuardOptions {
  readonly fetches: FetchCatalogue;
  readonly desk: ResidentDesk;
  readonly context: DisclosureContext;
  /** Names of the data categories that an agency owns. */
  readonly categoriesOf: (agency: string) => readonly string[];
}
