import type { GraphQLFormattedError } from 'graphql';

import { failure, toGraphQLError } from '../../../errors/index.ts';

/** A path in an answer, by the keys of the agency's operation. */
export type Path = readonly (string | number)[];

/** What a client may read of an error, before it is known where in the client's answer it stands. */
export type ShownError = GraphQLFormattedError;

/** Why a slot has no value. */
export interface Cause {
  /** The same object wherever one and the same error has an effect. */
  readonly error: ShownError;
  /** Where the error arose, from the object or list that holds the slot. */
  readonly path: Path;
}

/**
 * What stands in a slot (a field of a record, an item of a list) in place of the value that could not be
 * had. Answers are JSON and cannot contain one. It becomes an error of the client's answer when shaping
 * meets it, with the path that the slot has there; in a slot that nobody selected it never does.
 */
export class SlotFailure {
  readonly causes: readonly Cause[];

  constructor(causes: readonly Cause[]) {
    this.causes = causes;
  }

  /** A slot that failed by itself. */
  static at(key: string | number, error: ShownError): SlotFailure {
    return new SlotFailure([{ error, path: [key] }]);
  }
}

/** The error of a slot that an agency filled with what cannot stand there. */
export function invalidAnswer(agency: string): ShownError {
  const known = invalidAnswers.get(agency) ?? toGraphQLError(failure('SUBGRAPH_ANSWER_INVALID', { agency }));
  invalidAnswers.set(agency, known);
  return { ...known };
}

const invalidAnswers = new Map<string, ShownError>();
