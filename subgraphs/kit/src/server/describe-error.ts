import type { ClientError } from '../subgraph/index.ts';

/** Errors of the language itself: their texts speak of code and hold no values. */
const ofTheLanguage = new Set(['TypeError', 'ReferenceError']);

/** A schema's promise that a resolver broke; the text holds names of the schema only. */
const brokenPromise = /^Cannot return null for non-nullable field [\w.]+\.$/;

/** What the log says of an error: enough to find the mistake, and nothing of the data that it was made with. */
export function describeError({
  code,
  formatted,
  cause,
  database,
  loader,
}: ClientError): Record<string, unknown> {
  return {
    code,
    ...(formatted.path && { path: formatted.path.join('.') }),
    ...(database && { database: database.code }),
    ...(database?.unknownName !== undefined && { unknown: database.unknownName }),
    ...(loader && { table: loader.table, columns: loader.columns }),
    ...(code === 'INTERNAL_SERVER_ERROR' && database === null && describeCause(cause)),
  };
}

function describeCause(cause: unknown): Record<string, unknown> {
  if (typeof cause !== 'object' || cause === null) return { thrown: typeof cause };
  const { name, message, stack } = cause as Partial<Error>;
  const mayBeShown = ofTheLanguage.has(String(name)) || brokenPromise.test(String(message));
  return { error: name, ...(mayBeShown && { message }), frames: framesOf(stack) };
}

/** A stack without its first lines, which repeat the message. */
function framesOf(stack: string | undefined): readonly string[] {
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((line) => line.trim());
}
