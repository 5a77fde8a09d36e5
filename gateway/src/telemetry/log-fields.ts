/**
 * Everything that a line of the log may say besides its message: an allow-list, so that personal data
 * (variables, arguments, answers, documents, names that clients choose) has no place to go.
 */
export interface LogFields {
  readonly requestId?: string;
  /** SHA-256 of the document, shortened: tells operations apart without their text. */
  readonly operation?: string;
  readonly status?: number;
  readonly code?: string;
  readonly codes?: readonly string[];
  readonly durationMilliseconds?: number;
  /** An agency's or subgraph's name in supergraph.yaml. */
  readonly agency?: string;
  readonly agencies?: readonly string[];
  /** Id of a supergraph. */
  readonly supergraph?: string;
  /** Digest of a policy. */
  readonly policy?: string;
  readonly epoch?: number;
  /** A schema coordinate. */
  readonly coordinate?: string;
  /** A path to a file of the configuration or of a schema. */
  readonly file?: string;
  /** A text of our own about the configuration or a schema; never about a request. */
  readonly problem?: string;
  /** An address of our own that the gateway listens on. */
  readonly url?: string;
  readonly signal?: string;
  /** Id of a process of ours. */
  readonly process?: number;
  readonly count?: number;
  /** Written as its name, code and stack frames; the message only if it is ours. */
  readonly error?: unknown;
}

const allowed: Readonly<Record<keyof LogFields, true>> = {
  requestId: true,
  operation: true,
  status: true,
  code: true,
  codes: true,
  durationMilliseconds: true,
  agency: true,
  agencies: true,
  supergraph: true,
  policy: true,
  epoch: true,
  coordinate: true,
  file: true,
  problem: true,
  url: true,
  signal: true,
  process: true,
  count: true,
  error: true,
};

const names = Object.keys(allowed) as readonly (keyof LogFields)[];

/** The fields of the allow-list, and nothing that got past the types. */
export function allowedFields(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of names)
    if (Object.hasOwn(fields, name) && fields[name] !== undefined) kept[name] = fields[name];
  return kept;
}
