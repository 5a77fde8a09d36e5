import type { IncomingHttpHeaders } from 'node:http';

import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import { isUtf8, parseMediaType } from './media-type.ts';
import { remembering } from './remembering.ts';

/** Looks at the head of a request before its body is read; a failure ends it. */
export type RequestGuard = (request: {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: { readonly rawHeaders: readonly string[] };
}) => Failure | null;

const authorization = 'authorization';

/**
 * Of two authorization headers Node keeps the first; a proxy in front may have checked the second
 * (RFC 6750, section 3.1: a request with more than one token is invalid).
 */
const refuseTwoTokens: RequestGuard = ({ raw }) => {
  let tokens = 0;
  for (let index = 0; index < raw.rawHeaders.length; index += 2) {
    const name = raw.rawHeaders[index] ?? '';
    if (name.length === authorization.length && name.toLowerCase() === authorization) tokens += 1;
  }
  if (tokens < 2) return null;
  return failure('BAD_REQUEST', { message: 'There are several authorization headers.' });
};

/** Bodies are bounded by their bytes on the wire; a compressed one could be any size inside. */
const refuseCompressedBody: RequestGuard = ({ headers }) => {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  return encoding === 'identity' ? null : failure('UNSUPPORTED_MEDIA_TYPE');
};

/** The one media type for requests is JSON, in UTF-8. Browsers can't send it to another site without asking. */
const requireJsonBody: RequestGuard = ({ method, headers }) => {
  if (method !== 'POST' || isJson(headers['content-type'] ?? '')) return null;
  return failure('UNSUPPORTED_MEDIA_TYPE');
};

const isJson = remembering((contentType) => {
  const mediaType = parseMediaType(contentType);
  return mediaType.type === 'application/json' && isUtf8(mediaType);
});

const headersThatNeedPreflight = [
  'authorization',
  'purpose-of-use',
  'apollo-require-preflight',
  'x-apollo-operation-name',
];

/**
 * A page of another site can make a browser send a GET without asking. A header outside the list that
 * browsers send unasked (https://fetch.spec.whatwg.org/#cors-safelisted-request-header) proves that the
 * browser has asked, or that there is no browser. POSTs prove it by their media type.
 */
const refuseCrossSite: RequestGuard = ({ method, headers }) => {
  const isAsked = method === 'POST' || headersThatNeedPreflight.some((name) => (headers[name] ?? '') !== '');
  return isAsked ? null : failure('CROSS_SITE_REQUEST_REFUSED');
};

/** All guards in their order. */
export const requestGuards: readonly RequestGuard[] = [
  refuseTwoTokens,
  refuseCompressedBody,
  requireJsonBody,
  refuseCrossSite,
];
