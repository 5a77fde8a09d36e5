import type { ErrorCode } from '../../src/errors/index.ts';

/** A request that is made to cost much, to confuse, or to break something; and how it has to be refused. */
export interface HostileDocument {
  readonly name: string;
  readonly query: string;
  /** JSON: what is nested too deeply cannot be printed. */
  readonly variables?: string;
  readonly code: ErrorCode;
}
