import type { ErrorCode } from './catalogue.ts';
import { entryOf } from './catalogue.ts';

/** What is known of a failure besides its code. */
export interface FailureDetails {
  /** Replaces the catalogue's message. Only text that the reader may see: never values, addresses or driver messages. */
  readonly message?: string | undefined;
  /** The agency that is concerned. */
  readonly agency?: string | undefined;
  /** Path in the answer, as in the GraphQL specification, section 7.1.2. */
  readonly path?: readonly (string | number)[] | undefined;
  /** Places in the document. */
  readonly locations?: readonly { readonly line: number; readonly column: number }[] | undefined;
  /** What the client is told besides the code: entries of the error's `extensions`. */
  readonly extensions?: Readonly<Record<string, string | null>> | undefined;
  /** The place that an operator has to look at: a file and line, a key, a schema coordinate. Internal. */
  readonly place?: string | undefined;
  /** What went wrong underneath. Internal: never part of an answer. */
  readonly cause?: unknown;
}

/**
 * An error of the catalogue that happened. It is an Error so that it can be thrown where nothing else
 * is possible; code that decides returns it.
 *
 * The internal half (`place`, `cause`, `stack`) is not enumerable and `toJSON` leaves it out, so that
 * no serialiser sends it by accident.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: ErrorCode;
  readonly agency: string | undefined;
  readonly path: FailureDetails['path'];
  readonly locations: FailureDetails['locations'];
  readonly extensions: FailureDetails['extensions'];
  readonly #place: string | undefined;

  constructor(code: ErrorCode, details: FailureDetails = {}) {
    super(details.message ?? entryOf(code).message, { cause: details.cause });
    this.code = code;
    this.agency = details.agency;
    this.path = details.path;
    this.locations = details.locations;
    this.extensions = details.extensions;
    this.#place = details.place;
  }

  /** The place that an operator has to look at. Internal. */
  get place(): string | undefined {
    return this.#place;
  }

  toJSON(): { readonly code: ErrorCode; readonly message: string } {
    return { code: this.code, message: this.message };
  }
}

/**
 * Makes a failure of the catalogue.
 *
 * @example failure('SUBGRAPH_TIMEOUT', { agency: 'benefits', path: ['resident', 'benefits'] })
 */
export function failure(code: ErrorCode, details?: FailureDetails): Failure {
  return new Failure(code, details);
}
