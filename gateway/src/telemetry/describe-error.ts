import { Failure } from '../errors/index.ts';

/** What the log shows of an error. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly place?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorDescription;
}

const deepestCause = 5;

/**
 * An error as the log shows it: name, code, stack frames and causes. Messages of libraries and
 * databases can quote personal data ("Key (ssn)=(…) already exists"), so only a Failure's own is kept.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!isErrorLike(error)) return { name: typeof error, frames: [] };
  const cause = depth < deepestCause ? error.cause : undefined;
  return {
    name: error.name,
    ...(typeof error.code === 'string' && { code: error.code }),
    ...(error instanceof Failure && ownText(error)),
    frames: framesOf(error.stack),
    ...(cause !== undefined && { cause: describeError(cause, depth + 1) }),
  };
}

interface ErrorLike {
  readonly name: string;
  readonly stack?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

function isErrorLike(value: unknown): value is ErrorLike {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

function ownText(error: Failure): { message: string; place?: string } {
  return { message: error.message, ...(error.place !== undefined && { place: error.place }) };
}

function framesOf(stack: unknown): readonly string[] {
  if (typeof stack !== 'string') return [];
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.map((line) => line.trim()).slice(0, 10);
}
