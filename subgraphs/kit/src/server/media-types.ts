/** The media types of GraphQL over HTTP, the better first (https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types). */
export type AnswerType = 'application/graphql-response+json' | 'application/json';

const offered: readonly AnswerType[] = ['application/graphql-response+json', 'application/json'];

/**
 * The media type to answer with. A client that states no preference is taken for one that knows only JSON.
 * Null where the Accept header rules out both.
 */
export function negotiate(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const wanted = accept
    .split(',')
    .map(readRange)
    .filter(({ quality }) => quality > 0);
  const [best] = wanted
    .filter(({ type }) => matching(type) !== null)
    .toSorted((a, b) => b.quality - a.quality);
  return best === undefined ? null : matching(best.type);
}

/** Whether a request's body is said to be JSON in UTF-8. */
export function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && /^(charset="?utf-8"?)?$/.test(charset ?? '');
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function readRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
}

function matching(type: string): AnswerType | null {
  if (type === '*/*' || type === 'application/*') return 'application/json';
  return offered.find((candidate) => candidate === type) ?? null;
}
