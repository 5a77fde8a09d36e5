import { isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

import { ConfigurationError } from '../../errors/index.ts';
import type { Requirements } from '../labels/index.ts';
import { isRoot, labelsOf, typesBehind } from './label-changes.ts';

/** A type reached with labels that have been met on the way. */
interface Reached {
  readonly type: GraphQLObjectType;
  readonly met: ReadonlySet<string>;
}

/**
 * Proves a guarded schema complete: walks every way that a query can take, with the labels that rules have met on it,
 * and finds none on which a field is reached whose labels no rule has met.
 *
 * @param isGuarded - whether a rule stands at a field, by what is mounted there and not by what was meant to be
 * @throws ConfigurationError that names the field
 */
export function proveGuarded(
  schema: GraphQLSchema,
  requirements: Requirements,
  entities: ReadonlySet<string>,
  isGuarded: (type: string, field: string) => boolean,
): void {
  const waiting = beginnings(schema, entities);
  const seen = new Set<string>();
  for (let reached = waiting.pop(); reached !== undefined; reached = waiting.pop()) {
    const key = `${reached.type.name} ${[...reached.met].toSorted().join(' ')}`;
    if (!seen.has(key)) waiting.push(...below(reached));
    seen.add(key);
  }

  function below({ type, met }: Reached): readonly Reached[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`;
      const labels = labelsOf(requirements.get(coordinate));
      const metThere = isGuarded(type.name, field.name) ? new Set([...met, ...labels]) : met;
      if (!labels.every((label) => metThere.has(label))) throw unguarded(coordinate);
      return typesBehind(field, schema).map((next) => ({
        type: next,
        met: entities.has(next.name) ? nothing : metThere,
      }));
    });
  }
}

const nothing: ReadonlySet<string> = new Set();

function beginnings(schema: GraphQLSchema, entities: ReadonlySet<string>): Reached[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return types
    .filter((type) => entities.has(type.name) || isRoot(type, schema))
    .map((type) => ({ type, met: nothing }));
}

function unguarded(coordinate: string): ConfigurationError {
  return new ConfigurationError({
    place: coordinate,
    message: 'it can be reached without a rule for its label.',
    remedy: 'This is a mistake in the kit: report it, with the schema.',
  });
}
