import type { GraphQLSchema } from 'graphql';

import type { Agreement, Category } from '../authorization/index.ts';
import type { CategoryAccess } from './category-access.ts';
import type { FieldOwners } from './field-owners.ts';

/** Everything that is documented: one supergraph under one policy. */
export interface Subject {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly agencies: readonly string[];
  readonly ownersOf: FieldOwners;
  readonly catalogue: readonly Category[];
  readonly categoriesOf: (coordinate: string) => readonly Category[];
  readonly accessTo: CategoryAccess;
  readonly agreements: readonly Agreement[];
}
