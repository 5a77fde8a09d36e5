import type { AnswerMediaType } from '../pipeline/index.ts';
import type { MediaType } from './media-type.ts';
import { isUtf8, parseMediaType } from './media-type.ts';
import { remembering } from './remembering.ts';

const offered: readonly AnswerMediaType[] = ['application/graphql-response+json', 'application/json'];

interface Preference {
  readonly mediaType: AnswerMediaType;
  readonly quality: number;
  readonly isNamed: boolean;
}

/**
 * Chooses the answer's media type (RFC 9110, section 12.5.1; GraphQL over HTTP, section "Legacy watershed"):
 * the one with the best quality; of two named alike the newer; whoever names none gets application/json.
 * Null if nothing that is offered is accepted.
 */
export function negotiate(accept: string | undefined): AnswerMediaType | null {
  return accept === undefined ? 'application/json' : negotiateOnce(accept);
}

const negotiateOnce = remembering((accept: string): AnswerMediaType | null => {
  if (accept.trim() === '') return 'application/json';
  const ranges = accept.split(',').map(parseMediaType).filter(isUtf8);
  const preferences = offered
    .map((mediaType) => preferenceFor(mediaType, ranges))
    .filter(({ quality }) => quality > 0);
  const best = Math.max(...preferences.map(({ quality }) => quality));
  const leading = preferences.filter(({ quality }) => quality === best);
  return (leading.find(({ isNamed }) => isNamed) ?? leading.at(-1))?.mediaType ?? null;
});

/** The most specific range that covers a type decides its quality. */
function preferenceFor(mediaType: AnswerMediaType, ranges: readonly MediaType[]): Preference {
  const find = (type: string): MediaType | undefined => ranges.find((range) => range.type === type);
  const named = find(mediaType);
  const range = named ?? find('application/*') ?? find('*/*');
  return { mediaType, quality: range ? qualityOf(range) : 0, isNamed: named !== undefined };
}

function qualityOf({ parameters }: MediaType): number {
  const quality = Number(parameters.get('q') ?? '1');
  return Number.isNaN(quality) ? 0 : Math.min(Math.max(quality, 0), 1);
}
