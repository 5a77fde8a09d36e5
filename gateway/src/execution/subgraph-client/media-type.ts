import type { Received } from './transport/index.ts';

/** What needs no closer look. */
const usualTypes: ReadonlySet<string | undefined> = new Set(
  ['application/json', 'application/graphql-response+json'].flatMap((type) => [
    type,
    `${type}; charset=utf-8`,
  ]),
);

/**
 * Whether a body may be read as a GraphQL response: JSON in UTF-8, not compressed
 * (https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types).
 */
export function isGraphQLResponse(headers: Received['headers']): boolean {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (usualTypes.has(headers['content-type'])) return encoding === 'identity';
  const [mediaType, ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isJson = mediaType === 'application/json' || mediaType === 'application/graphql-response+json';
  return isJson && encoding === 'identity' && parameters.every(isUtf8OrOther);
}

function isUtf8OrOther(parameter: string): boolean {
  return !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter);
}
