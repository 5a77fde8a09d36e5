import type { Logger } from '../../telemetry/index.ts';

type Write = (message?: unknown) => void;

const quiet: Write = () => undefined;

/**
 * The logger that @apollo/gateway is given. Its texts can quote documents and answers, so that only the
 * place from which it writes is logged.
 */
export function engineLogger(log: Logger): Readonly<Record<'debug' | 'info' | 'warn' | 'error', Write>> {
  return {
    debug: quiet,
    info: quiet,
    warn: (message) => log.debug('The reference engine warns', { error: asError(message) }),
    error: (message) => log.error('The reference engine reports an error', { error: asError(message) }),
  };
}

function asError(message: unknown): Error {
  return message instanceof Error ? message : new Error(String(message));
}
