import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

import { failure, toGraphQLError } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import { markOf } from './fetch-mark.ts';

type Path = readonly (string | number)[];

/** What of an engine's error is read here. */
interface EngineError {
  readonly message: string;
  readonly path?: Path | undefined;
  readonly extensions?: object | undefined;
}

/** What of the engine's result is read here. */
interface EngineResult {
  readonly data?: unknown;
  readonly errors?: readonly EngineError[] | undefined;
  readonly extensions?: { readonly valueCompletion?: readonly EngineError[] } | undefined;
}

/**
 * The engine's result with errors of the catalogue alone:
 *
 * 1. errors that came from a fetch keep their code and agency, and get a path that can be trusted;
 * 2. values that must not be null and are, which the engine moves out of `errors`, come back into them;
 * 3. the engine's own errors are logged and masked.
 */
export function catalogueResult(result: object, requestId: string, log: Logger): ExecutionResult {
  const { data, errors = [], extensions } = result as EngineResult;
  const miscounted = miscountedFetches(errors);
  const shown = errors
    .filter((error) => !markOf(error.extensions)?.probe)
    .map((error) => shownError(error, miscounted) ?? masked(error, requestId, log));
  const missing = (extensions?.valueCompletion ?? []).map(missingValue);
  const all = [...shown, ...missing];
  return { data: data ?? null, ...(all.length > 0 && { errors: all }) } as unknown as ExecutionResult;
}

/** Fetches of which the engine counts more entities than it asked for: its indexes are not the answer's. */
function miscountedFetches(errors: readonly EngineError[]): ReadonlySet<object> {
  const marks = errors.map((error) => ({ mark: markOf(error.extensions), path: error.path }));
  return new Set(marks.flatMap(({ mark, path }) => (mark?.probe && path?.length ? [mark.fetch] : [])));
}

function shownError(
  { message, path = [], extensions }: EngineError,
  miscounted: ReadonlySet<object>,
): GraphQLFormattedError | undefined {
  const mark = markOf(extensions);
  if (!mark) return undefined;
  const trusted = miscounted.has(mark.fetch) ? untilList(path) : untilFlattened(path);
  const { code, agency } = extensions as { readonly code: string; readonly agency?: string };
  const shown = { code, ...(agency !== undefined && { agency }) };
  return { message, ...(trusted.length > 0 && { path: trusted }), extensions: shown };
}

/** A path of the plan names a list's items by "@"; in the answer it ends there. */
function untilFlattened(path: Path): Path {
  const end = path.findIndex((key) => typeof key === 'string' && !/^[_A-Za-z]\w*$/.test(key));
  return end === -1 ? path : path.slice(0, end);
}

function untilList(path: Path): Path {
  const end = path.findIndex((key) => typeof key === 'number');
  return untilFlattened(end === -1 ? path : path.slice(0, end));
}

function missingValue({ path }: EngineError): GraphQLFormattedError {
  return toGraphQLError(failure('SUBGRAPH_ANSWER_INVALID', path ? { path } : {}));
}

function masked(error: EngineError, requestId: string, log: Logger): GraphQLFormattedError {
  log.error('The reference engine reports an error of its own', { requestId, error });
  return toGraphQLError(failure('INTERNAL_SERVER_ERROR'));
}
