import type { Logger } from '../../telemetry/index.ts';
import type { Database } from '../database/index.ts';
import type { PolicyView } from '../policy-view.ts';

/** What writing facts needs. */
export interface Desk {
  readonly database: Database;
  readonly policy: PolicyView;
  readonly log: Logger;
  readonly now: () => Date;
  /** Lets this process know at once of what it changed for everybody. */
  readonly refresh: () => Promise<void>;
}
