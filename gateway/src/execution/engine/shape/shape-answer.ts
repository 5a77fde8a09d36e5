import type { GraphQLFormattedError } from 'graphql';

import type { DataRecord, ShownError } from '../data/index.ts';
import { missing } from './complete.ts';
import type { ObjectShape } from './object-shape.ts';
import { shapeObject } from './object-shape.ts';
import { ShapeContext } from './shape-context.ts';

/** The client's answer. */
export interface Shaped {
  readonly data: DataRecord | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What an answer is made of. */
export interface AnswerParts {
  readonly root: DataRecord;
  readonly introspection: Readonly<DataRecord>;
  readonly responseNames: ReadonlyMap<string, string>;
  /** Errors that name no place. */
  readonly unplaced: readonly ShownError[];
}

/** Makes the client's answer of our data. */
export function shapeAnswer(shape: ObjectShape, parts: AnswerParts): Shaped {
  const context = new ShapeContext(parts.responseNames, parts.introspection);
  const data = shapeObject(shape, parts.root, context);
  return {
    data: data === missing ? null : (data as DataRecord),
    errors: [...context.errors, ...parts.unplaced],
  };
}
