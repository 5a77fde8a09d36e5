import type { AnsweredFetch, RefusedBody, SubgraphError } from './subgraph-client.ts';

/**
 * Reads a GraphQL response (https://spec.graphql.org/October2021/#sec-Response-Format): an object with
 * data, errors or both. Keys such as `__proto__` become own properties and nothing else.
 */
export function parseResponse(text: string): AnsweredFetch | RefusedBody {
  const response = parseJson(text);
  if (!isRecord(response)) return refused('The answer is not a JSON object.');
  const { data, errors } = response;
  if (errors !== undefined && !Array.isArray(errors)) return refused('errors is not a list.');
  const known = errors === undefined ? none : errors.map(subgraphError);
  if ((data === undefined || data === null) && known.length === 0) return refused('There is no data.');
  if (data !== undefined && data !== null && !isRecord(data)) return refused('data is not an object.');
  if (isRecord(data) && !areEntities(data['_entities']))
    return refused('_entities is not a list of objects.');
  return { kind: 'answered', data: data ?? null, errors: known };
}

const none: readonly SubgraphError[] = [];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function subgraphError(entry: unknown): SubgraphError {
  if (!isRecord(entry)) return { message: '' };
  const { message, path, extensions } = entry;
  return {
    message: typeof message === 'string' ? message : '',
    ...(isPath(path) && { path }),
    ...(isRecord(extensions) && { extensions }),
  };
}

function isPath(path: unknown): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((key) => typeof key === 'string' || typeof key === 'number');
}

/** What a fetch of entities gives, `[_Entity]!`; null where an error says why. */
function areEntities(entities: unknown): boolean {
  if (entities === undefined || entities === null) return true;
  return Array.isArray(entities) && entities.every((entity) => entity === null || isRecord(entity));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(reason: string): RefusedBody {
  return { kind: 'refused', reason };
}
