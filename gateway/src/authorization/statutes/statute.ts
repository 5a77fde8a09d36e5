import type { AccessRequest, Ruling } from '../access/index.ts';

/** A law as a function. It is asked only for the categories that it covers. */
export interface Statute {
  /** Lower-case words joined by "-", after the citation: `42-cfr-2-33`. */
  readonly id: string;
  readonly citation: string;
  readonly title: string;
  /** Names of data categories. */
  readonly covers: readonly string[];
  /**
   * Permits, denies, or is undetermined as long as `request.resident` is null and the answer depends on it; with
   * the resident known it is never undetermined. Pure: the same request, the same ruling.
   */
  readonly rule: (request: AccessRequest) => Ruling;
}
