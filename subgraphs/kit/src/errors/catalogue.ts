/** One kind of failure as a client sees it. */
export interface CatalogueEntry {
  /** The HTTP status when the whole request fails by it; a field that fails leaves the request at 200. */
  readonly status: number;
  readonly message: string;
  /** What whoever asked, or whoever runs the subgraph, does about it. */
  readonly remedy: string;
  /** Whether a more precise message of ours may take the place of this one. */
  readonly precise: boolean;
}

/** Every code that a subgraph answers with. Nothing of a driver, of SQL or of a host ever stands in a message. */
export const catalogue = {
  BAD_USER_INPUT: {
    status: 400,
    message: 'An argument or a variable has a value that cannot be used.',
    remedy: 'Correct the argument that the message names.',
    precise: true,
  },
  BAD_REPRESENTATION: {
    status: 400,
    message: 'The representation names no entity of this subgraph.',
    remedy: 'Send an object with __typename and all fields of one of the @key sets of that type.',
    precise: true,
  },
  LIST_TOO_LONG: {
    status: 400,
    message: 'The list is longer than this subgraph allows.',
    remedy: 'Ask for fewer at a time, or use the connection where the field has one.',
    precise: true,
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    message: 'The answer would be larger than this subgraph gives at a time.',
    remedy: 'Ask for fewer residents, shorter pages or fewer fields at a time.',
    precise: false,
  },
  OPERATION_LIMIT_EXCEEDED: {
    status: 400,
    message: 'The query is larger than this subgraph takes.',
    remedy: 'Ask in parts; the message names the limit.',
    precise: true,
  },
  UNAUTHENTICATED: {
    status: 401,
    message: 'The request is not one that the gateway sent to this subgraph just now.',
    remedy: "Ask the gateway; whoever runs it looks in this subgraph's log for what was wrong.",
    precise: false,
  },
  FIELD_WITHHELD: {
    status: 403,
    message: 'The field is withheld.',
    remedy: 'Ask the gateway, which says why and what can be done about it.',
    precise: false,
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    message: 'The database of this agency is not answering.',
    remedy: 'Ask again later; the subgraph recovers by itself when its database does.',
    precise: false,
  },
  DATABASE_TIMEOUT: {
    status: 504,
    message: 'The database of this agency took too long.',
    remedy: 'Ask for less at a time, or again later.',
    precise: false,
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    message: 'The subgraph could not answer.',
    remedy: "Look in the subgraph's log for the entry of the same time.",
    precise: false,
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    message: 'The query is not GraphQL.',
    remedy: 'Correct the syntax where the message points.',
    precise: true,
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    message: 'The query does not fit the schema.',
    remedy: 'Compare it with the schema that `_service { sdl }` answers.',
    precise: true,
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    message: 'The document has no such operation, or several and none was named.',
    remedy: 'Name one of its operations in operationName.',
    precise: true,
  },
  BAD_REQUEST: {
    status: 400,
    message: 'The request is not a GraphQL request.',
    remedy: 'Send a JSON object with query, and if need be variables and operationName.',
    precise: true,
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is nothing here.',
    remedy: 'Ask /graphql, /health/live or /health/ready.',
    precise: false,
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'GraphQL is asked by POST here.',
    remedy: 'Send a POST request.',
    precise: false,
  },
  NOT_ACCEPTABLE: {
    status: 406,
    message: 'The answer has a media type that the Accept header rules out.',
    remedy: 'Accept application/graphql-response+json or application/json.',
    precise: false,
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: 'The request is larger than this subgraph reads.',
    remedy: 'Send fewer representations at a time.',
    precise: false,
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The request is not JSON in UTF-8.',
    remedy: 'Send content-type: application/json.',
    precise: false,
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type ErrorCode = keyof typeof catalogue;
