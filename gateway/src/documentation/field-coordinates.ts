import { isInterfaceType, isObjectType } from 'graphql';

import type { Subject } from './subject.ts';

/** Every field of an object or interface that clients see, as `Type.field`. */
export function fieldCoordinates({ schema }: Pick<Subject, 'schema'>): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}
