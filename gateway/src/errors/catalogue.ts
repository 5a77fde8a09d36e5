/**
 * Every error of the gateway: what it means and what to do about it.
 *
 * `audience: 'client'` errors travel in answers; their messages say nothing that a client may not read.
 * `audience: 'operator'` errors stop or warn whoever runs the gateway and never leave it: a client that
 * meets one sees INTERNAL_SERVER_ERROR.
 *
 * Codes are Apollo's where one exists, so that client libraries know them already:
 * https://www.apollographql.com/docs/apollo-server/data/errors#built-in-error-codes
 */
const entries = {
  GRAPHQL_PARSE_FAILED: {
    audience: 'client',
    status: 400,
    message: 'The document is not GraphQL.',
    remedy: 'Correct the syntax at the place that the error names.',
    description: 'The text of the operation could not be parsed.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    audience: 'client',
    status: 400,
    message: 'The document does not fit the schema.',
    remedy: 'Correct the selection, argument or type that the error names.',
    description: 'The operation breaks a validation rule of GraphQL for the schema now in force.',
  },
  BAD_USER_INPUT: {
    audience: 'client',
    status: 400,
    message: 'A variable or an argument has a wrong value.',
    remedy: 'Send a value of the type that the schema declares.',
    description: 'Variables could not be coerced, or an agency refused the value of an argument.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    audience: 'client',
    status: 400,
    message: 'The document does not hold the operation that was asked for.',
    remedy: 'Name one of its operations in operationName; it may be left out only when there is exactly one.',
    description: 'operationName is unknown, or missing although the document holds several operations.',
  },
  OPERATION_LIMIT_EXCEEDED: {
    audience: 'client',
    status: 400,
    message: 'The operation is larger than this gateway permits.',
    remedy: 'Split the operation, or ask for fewer fields at once.',
    description:
      'A limit of `operations.maximum…` was passed: bytes, tokens, depth, aliases, values and so on.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    audience: 'client',
    status: 400,
    message: 'No document is known by this hash or id.',
    remedy: 'Send the text of the document together with its hash.',
    description: 'The document was never registered, or was forgotten; clients register it by themselves.',
  },
  PERSISTED_QUERY_HASH_MISMATCH: {
    audience: 'client',
    status: 400,
    message: 'The hash is not that of the document.',
    remedy: 'Send the SHA-256 of the text of query, in lower-case hexadecimal.',
    description: 'A text came with a hash that is not its own.',
  },
  DOCUMENT_NOT_TRUSTED: {
    audience: 'client',
    status: 400,
    message: 'This gateway serves only documents that were agreed on beforehand.',
    remedy: "Have the document added to the gateway's trusted documents.",
    description: 'Only trusted documents are accepted, and this is none of them.',
  },
  BAD_REQUEST: {
    audience: 'client',
    status: 400,
    message: 'The request is not a GraphQL request.',
    remedy: 'Send a JSON object with query, and optionally operationName, variables and extensions.',
    description: 'The body or the query string does not have the shape that GraphQL over HTTP asks for.',
  },
  BATCHING_NOT_SUPPORTED: {
    audience: 'client',
    status: 400,
    message: 'Several operations in one request are not supported.',
    remedy: 'Send one operation in each request.',
    description: 'The body is a JSON array.',
  },
  CROSS_SITE_REQUEST_REFUSED: {
    audience: 'client',
    status: 400,
    message: 'A browser could have sent this request without asking first.',
    remedy: 'Send an authorization, purpose-of-use or apollo-require-preflight header.',
    description: 'A request without any header that makes browsers ask for permission (a CORS preflight).',
  },
  UNAUTHENTICATED: {
    audience: 'client',
    status: 401,
    message: 'The request has no valid token.',
    remedy: 'Send a token of the identity provider as "Authorization: Bearer …".',
    description:
      'The token is missing, malformed, expired, for another audience, or signed by an unknown key.',
  },
  FORBIDDEN: {
    audience: 'client',
    status: 403,
    message: 'The caller is not permitted to do this.',
    remedy: 'Ask for a purpose of use, a role or an agreement that permits it.',
    description: 'The token is valid, and what was asked is not permitted to its holder.',
  },
  CSRF_REFUSED: {
    audience: 'client',
    status: 403,
    message: 'The request does not come from a page of this gateway.',
    remedy: 'Send the csrfToken of GET /session as x-csrf-token; ask for it again if another tab signed in.',
    description:
      'A request with the cookie of a session lacks the token of that session, or a page of another origin sent it.',
  },
  STEP_UP_REQUIRED: {
    audience: 'client',
    status: 403,
    message: 'The person has to prove again who they are.',
    remedy: 'Send the browser to /sign-in/step-up, and try again afterwards.',
    description: 'Breaking the glass from a browser needs a step-up within the last sessions.stepUpMinutes.',
  },
  SIGN_IN_FAILED: {
    audience: 'client',
    status: 403,
    message: 'Signing in did not succeed.',
    remedy: 'Begin again at /sign-in; ask the identity provider if it stays.',
    description:
      "The identity provider's answer is refused by it, is not for this browser, came twice or too late, or does not say who somebody is.",
  },
  FIELD_WITHHELD: {
    audience: 'client',
    status: 403,
    message: 'This is withheld from the caller.',
    remedy: 'Do what the error names as remedy; authority says which law or agreement withholds it.',
    description:
      'No agreement in force grants the field to this caller for this purpose, or a law or the agency forbids it.',
  },
  NOT_FOUND: {
    audience: 'client',
    status: 404,
    message: 'There is nothing at this address.',
    remedy: 'Send GraphQL requests to /graphql.',
    description: 'The path is none that the gateway serves.',
  },
  METHOD_NOT_ALLOWED: {
    audience: 'client',
    status: 405,
    message: 'The method is not allowed here.',
    remedy: 'Send mutations by POST, and queries by POST or GET.',
    description: 'A method other than GET and POST, or a mutation by GET.',
  },
  NOT_ACCEPTABLE: {
    audience: 'client',
    status: 406,
    message: 'No media type that the request accepts can be given.',
    remedy: 'Accept application/graphql-response+json or application/json, in UTF-8.',
    description: 'The accept header leaves out everything that the gateway can answer with.',
  },
  REQUEST_TOO_LARGE: {
    audience: 'client',
    status: 413,
    message: 'The request is larger than this gateway permits.',
    remedy: 'Send fewer bytes: shorter documents, fewer variables.',
    description: 'The body has more bytes than http.maximumRequestBytes.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    audience: 'client',
    status: 415,
    message: 'The body is not uncompressed JSON in UTF-8.',
    remedy: 'Send "Content-Type: application/json" and no Content-Encoding.',
    description: 'Another media type, another character set, a compressed body, or none named.',
  },
  INTERNAL_SERVER_ERROR: {
    audience: 'client',
    status: 500,
    message: 'The gateway could not answer.',
    remedy: "Try again; if it stays, give the operator the answer's x-request-id.",
    description: 'A fault of the gateway. The cause is in its log and never in the answer.',
  },
  SUBGRAPH_ERROR: {
    audience: 'client',
    status: 502,
    message: 'The agency could not answer this field.',
    remedy: 'Try again later, or ask the agency.',
    description: 'The agency answered with an error of its own, whose text stays inside.',
  },
  SUBGRAPH_ANSWER_INVALID: {
    audience: 'client',
    status: 502,
    message: 'The agency gave an answer that cannot be used.',
    remedy: 'Try again later; the operator and the agency have to look into it.',
    description: 'Not JSON, not GraphQL, too large or too deep.',
  },
  SUBGRAPH_UNAVAILABLE: {
    audience: 'client',
    status: 503,
    message: 'The agency cannot be reached.',
    remedy: 'Try again later; the rest of the answer stands.',
    description:
      "No connection to the agency's subgraph, a status that says it is down, or it is left alone because it failed too often or is asked too much at once.",
  },
  SUBGRAPH_TIMEOUT: {
    audience: 'client',
    status: 504,
    message: 'The agency did not answer in time.',
    remedy: 'Try again later; the rest of the answer stands.',
    description:
      "The agency's subgraph took longer than subgraphs.timeoutMilliseconds, or than the request's time that was left.",
  },
  LIST_TOO_LONG: {
    audience: 'client',
    status: 400,
    message: 'A list has more items than may be given at once.',
    remedy: 'Ask for a page of it, or for fewer residents.',
    description: 'An agency refuses to cut a list silently.',
  },
  DEADLINE_EXCEEDED: {
    audience: 'client',
    status: 504,
    message: 'The request took longer than this gateway permits.',
    remedy: 'Ask for less at once, or try again later.',
    description: 'The whole request took longer than http.deadlineMilliseconds.',
  },
  CLIENT_GONE: {
    audience: 'client',
    status: 499,
    message: 'The client closed the connection.',
    remedy: 'Wait for the answer.',
    description: 'The client went away before the answer was ready. Seen in the log only.',
  },
  LEDGER_UNAVAILABLE: {
    audience: 'client',
    status: 503,
    message: 'The disclosure cannot be recorded, so nothing is disclosed.',
    remedy: 'Send the request again later.',
    description:
      'No answer leaves before the record of whom it discloses is durable; the ledger cannot write, or whom the answer discloses cannot be told.',
  },
  SESSIONS_UNAVAILABLE: {
    audience: 'client',
    status: 503,
    message: 'Nobody can be recognised by a session at the moment.',
    remedy: 'Try again in a moment; the session is not lost.',
    description: 'The database in which sessions are kept does not answer.',
  },
  IDENTITY_PROVIDER_UNAVAILABLE: {
    audience: 'client',
    status: 503,
    message: 'The identity provider cannot be reached.',
    remedy: 'Try again in a moment.',
    description: 'The identity provider does not answer, or not as OpenID Connect says.',
  },
  OVERLOADED: {
    audience: 'client',
    status: 503,
    message: 'This gateway has more to do than it can.',
    remedy: 'Send the request again after the time that Retry-After names.',
    description:
      'More requests are under way than http.maximumRequests, or the process falls behind by more than http.maximumDelayMilliseconds.',
  },
  SHUTTING_DOWN: {
    audience: 'client',
    status: 503,
    message: 'This gateway is stopping.',
    remedy: 'Send the request again; another instance will answer it.',
    description: 'The request came while the gateway finished what it had begun.',
  },
  CONFIGURATION_INVALID: {
    audience: 'operator',
    message: 'The configuration is not valid.',
    remedy: 'Correct each key that is named.',
    description: 'A key is unknown, missing or has a wrong value; the gateway does not start.',
  },
  KEYS_UNREADABLE: {
    audience: 'operator',
    message: 'The keys that sign tokens cannot be read.',
    remedy: 'Give a JSON Web Key Set in authentication.jwksFile or authentication.jwksUrl.',
    description: 'The key set is missing, is not JSON, or holds a key that must not be there.',
  },
  SIGN_IN_UNUSABLE: {
    audience: 'operator',
    message: 'Nobody could sign in as it is configured.',
    remedy: 'Correct signIn.clientSecretFile or signIn.clientKeyFile, or enforce authorization.',
    description: "The client's secret or key cannot be read, or there is no database to keep sessions in.",
  },
  SIGNING_KEYS_UNREADABLE: {
    audience: 'operator',
    message: 'The keys that requests to agencies are signed with cannot be read.',
    remedy:
      'Give an Ed25519 key pair as a JSON Web Key in signing.keyFile, and a secret of each agency in signing.secretsFile or signing.secrets.',
    description:
      'A file is missing or is not JSON, a key is no Ed25519 pair, or a secret is no base64 of 32 bytes.',
  },
  TRUSTED_DOCUMENTS_UNREADABLE: {
    audience: 'operator',
    message: 'The trusted documents cannot be read.',
    remedy:
      "Write the file of operations.trustedDocuments in the format of Apollo's persisted query manifest.",
    description: 'The file is missing, is no manifest, or holds a document that is not served.',
  },
  SUPERGRAPH_UNREADABLE: {
    audience: 'operator',
    message: 'The supergraph cannot be read.',
    remedy: "Write supergraph.yaml in Rover's format, or give a composed supergraph.",
    description: 'The file is missing, is neither YAML nor a composed supergraph, or lacks something.',
  },
  SCHEMA_UNREADABLE: {
    audience: 'operator',
    message: "A subgraph's schema cannot be read.",
    remedy: 'Correct the path in supergraph.yaml or the syntax of the schema.',
    description: 'A schema file that supergraph.yaml names is missing or is not GraphQL.',
  },
  COMPOSITION_FAILED: {
    audience: 'operator',
    message: 'The subgraphs do not compose.',
    remedy: 'Correct the type or field that is named, in the subgraph that is named.',
    description: 'The rules of federation do not let these schemas stand in one graph.',
  },
  LABEL_MISSING: {
    audience: 'operator',
    message: 'A field has no data category.',
    remedy: 'Put @policy(policies: [["…"]]) on the field or on its type.',
    description: 'Nothing says which agreements and statutes govern the field.',
  },
  LABEL_EMPTY: {
    audience: 'operator',
    message: 'A label names no data category.',
    remedy: 'Name at least one category in each list of @policy.',
    description: 'An empty list would permit everybody or nobody, depending on who reads it.',
  },
  LABEL_UNKNOWN: {
    audience: 'operator',
    message: 'A label names a data category that the catalogue does not have.',
    remedy: 'Correct the name, or describe the category in categories.yaml.',
    description: 'No agreement and no statute can speak of a category that nobody has described.',
  },
  LABEL_WEAKER_THAN_INTERFACE: {
    audience: 'operator',
    message: 'A field needs less than the field of the interface that it implements.',
    remedy: "Add the categories of the interface's field to the field's label.",
    description: 'Whoever asks through the type would go past what asking through the interface needs.',
  },
  LABELLED_FIELD_NOT_NULLABLE: {
    audience: 'operator',
    message: 'A labelled field cannot be null.',
    remedy: 'Take the exclamation mark away.',
    description: 'Withholding the field would take its parent away as well.',
  },
  CATEGORIES_UNREADABLE: {
    audience: 'operator',
    message: 'The catalogue of data categories cannot be read.',
    remedy: 'Give each category name, description, agency, authority and sensitivity.',
    description: 'categories.yaml is missing, is not YAML, or lacks something.',
  },
  CATEGORY_UNUSED: {
    audience: 'operator',
    message: 'A data category labels no field.',
    remedy: 'Take the category out of the catalogue, or label the fields that it was meant for.',
    description: 'The catalogue describes a category that no schema uses.',
  },
  CATEGORY_OF_ANOTHER_AGENCY: {
    audience: 'operator',
    message: "A field is labelled with another agency's data category.",
    remedy: 'Use a category of the agency that holds the data.',
    description: 'A category belongs to the agency that holds its data, and only that agency labels with it.',
  },
  PLAN_NOT_PERMITTED: {
    audience: 'operator',
    message: 'A plan asks an agency for a field that is denied.',
    remedy: "Look at the field's @requires and at the agreements that grant what it needs.",
    description:
      'The plan of an operation would have fetched what the policy denies; the operation was refused before any agency was asked.',
  },
  POLICY_NOT_COMPILED: {
    audience: 'operator',
    message: 'The policy in force cannot be compiled.',
    remedy: 'Look at the cause; until then every operation is refused.',
    description: 'Agreements, statutes, restrictions and the supergraph do not make a policy together.',
  },
  CATEGORY_ARGUMENT_UNKNOWN: {
    audience: 'operator',
    message: 'A data category names an argument that no schema has.',
    remedy: "Correct the coordinate to one of the agency's own schema, or take it out of the catalogue.",
    description: 'An argument or input field that a category should guard is guarded by nothing.',
  },
  LABEL_WEAKER_THAN_NODES: {
    audience: 'operator',
    message: 'A page needs less than its nodes.',
    remedy: "Add the categories of the nodes to the field's label.",
    description:
      'How many nodes a page has, and that there are any, would be shown to somebody who may not see the nodes.',
  },
  ARGUMENT_UNGUARDED: {
    audience: 'operator',
    message: 'No data category names an argument.',
    remedy:
      'Name the argument in the catalogue, under `arguments` of each category of which its value says something.',
    description:
      'What filters, sorts or writes is refused to everybody before somebody has said what it tells of; only paging and ids of what is returned are free.',
  },
  AGREEMENTS_UNREADABLE: {
    audience: 'operator',
    message: 'An agreement cannot be read.',
    remedy: 'Write the file as agreement.schema.json beside the agreements says.',
    description: 'The folder or a file is missing, is not YAML, lacks something or has an unknown key.',
  },
  AGREEMENT_INVALID: {
    audience: 'operator',
    message: 'An agreement says something that cannot be.',
    remedy: 'Correct the key that is named, and let the officers sign again.',
    description:
      "An unknown category or another agency's, a term that is longer than its statute permits, a repeated id, and the like.",
  },
  AGREEMENT_NOT_SIGNED: {
    audience: 'operator',
    message: 'An agreement is not signed as it stands.',
    remedy: 'Let an officer of each party sign the hash that is named.',
    description:
      'Signed, in force or suspended, and a signature of the provider or of a recipient is missing or is over another content.',
  },
  AGREEMENT_FORBIDDEN: {
    audience: 'operator',
    message: 'An agreement grants what a statute forbids.',
    remedy: 'Take the category out of the grant, or name recipients and purposes that the statute permits.',
    description:
      'Whoever the resident is, the statute denies the category to every recipient for every purpose of the grant.',
  },
  LEDGER_UNUSABLE: {
    audience: 'operator',
    message: 'The ledger cannot be used.',
    remedy: 'Repair what is named, or restore the ledger from its copy; nothing is served without a record.',
    description: 'The folder cannot be written, or what is in it does not fit together.',
  },
  GOVERNANCE_UNUSABLE: {
    audience: 'operator',
    message: 'The governance database cannot be used.',
    remedy: 'Give the address of a database that answers in governance.database, and install its driver.',
    description:
      'Consents, relationships, emergencies and restrictions cannot be read, and nothing could be decided without them.',
  },
  DESCRIPTION_MISSING: {
    audience: 'operator',
    message: 'An element of the schema has no description.',
    remedy: "Say what it means, its unit and the standard's element.",
    description: 'A type, field, argument, enum value or scalar without a description.',
  },
  BREAKING_CHANGE: {
    audience: 'operator',
    message: 'The change breaks clients.',
    remedy: 'Deprecate first, and remove in a later release.',
    description: 'Something that the committed supergraph promises is gone or narrower.',
  },
} as const satisfies Record<string, ClientEntry | OperatorEntry>;

interface EntryText {
  /** What a reader of the error learns first; contains nothing of the request. */
  readonly message: string;
  /** What its reader can do about it. */
  readonly remedy: string;
  /** When it happens, for the documentation. */
  readonly description: string;
}

/** An error that clients may see. */
export interface ClientEntry extends EntryText {
  readonly audience: 'client';
  /** HTTP status of an answer that consists of this error alone. */
  readonly status: number;
}

/** An error that only operators see. */
export interface OperatorEntry extends EntryText {
  readonly audience: 'operator';
}

/** The closed union of all codes. */
export type ErrorCode = keyof typeof entries;

/** One error of the catalogue. */
export type CatalogueEntry = { readonly code: ErrorCode } & (ClientEntry | OperatorEntry);

/** All errors, in the order in which a request can meet them. */
export const catalogue: readonly CatalogueEntry[] = Object.entries(entries).map(([code, entry]) => ({
  code: code as ErrorCode,
  ...entry,
}));

/** The catalogue's entry of a code. */
export function entryOf(code: ErrorCode): ClientEntry | OperatorEntry {
  return entries[code];
}

/** Whether a text, for instance one that came from an agency, is a code of the catalogue. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(entries, text);
}
