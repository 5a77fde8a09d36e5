import type { RequestHeaders } from '../authentication/index.ts';
import type { DocumentReference } from '../operation/index.ts';
import type { Client } from './deadline.ts';

/** The media types that answers can have (https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types). */
export type AnswerMediaType = 'application/graphql-response+json' | 'application/json';

/** The parameters of a GraphQL request, their types checked. */
export interface RequestParameters {
  readonly document: DocumentReference;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A well-formed request, independent of how it came. */
export interface IncomingRequest {
  readonly requestId: string;
  readonly headers: RequestHeaders;
  readonly parameters: RequestParameters;
  /** By GET only queries may be run. */
  readonly method: 'GET' | 'POST';
  readonly mediaType: AnswerMediaType;
  /** Ends the work by going. */
  readonly client: Client;
}
