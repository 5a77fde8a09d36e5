import { isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

import { everyResident, residentReference } from '../links/index.ts';
import type { FindResident, LinkedResident } from '../links/index.ts';
import { referenceResolverOf } from './entities-resolver.ts';
import type { FieldResolver } from './resolvers.ts';

/**
 * A resolver may refer to another resident by `{ id }` alone. A query planner then goes on inside this very
 * subgraph, so the resident's local ids are looked up as soon as a field other than the id is asked for.
 */
export function completeResidents(schema: GraphQLSchema): void {
  const type = schema.getType('Resident');
  if (!isObjectType(type)) return;
  const find = own.find((one) => one === referenceResolverOf(type));
  if (find === undefined) return;
  for (const field of Object.values(type.getFields())) {
    if (field.name !== 'id' && field.resolve) field.resolve = completing(find, field.resolve);
  }
}

/** The reference resolvers that the kit gives; an agency's own may know residents in another form. */
const own: readonly FindResident[] = [residentReference, everyResident].flatMap((one) => Object.values(one));

function completing(find: FindResident, resolve: FieldResolver<unknown>): FieldResolver<unknown> {
  return (resident: Partial<LinkedResident> & { readonly id: string }, values, context, info) => {
    if (resident.localIds !== undefined) return resolve(resident, values, context, info);
    return find({ id: resident.id }, context).then((whole) =>
      whole === null ? null : resolve(whole, values, context, info),
    );
  };
}
