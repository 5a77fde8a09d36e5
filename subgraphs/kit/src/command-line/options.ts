import { InvalidArgumentError, Option } from 'commander';

/** Where a subgraph listens and what it reads. A flag goes before its environment variable, that before the default. */
export interface CommandLineOptions {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly logLevel: string;
}

/** The database's URL, of every command that touches it. */
export function databaseUrlOption(subgraphName: string): Option {
  return new Option('--database-url <url>', 'sqlite:/path/file.sqlite, postgres://… or mysql://…')
    .env('DATABASE_URL')
    .default(`sqlite:${subgraphName}.sqlite`);
}

export function hostOption(): Option {
  return new Option('--host <address>', 'the address to listen on').env('HOST').default('127.0.0.1');
}

export function portOption(): Option {
  return new Option('--port <number>', 'the port to listen on; 0 takes any free one')
    .env('PORT')
    .default(4100)
    .argParser(readPort);
}

export function logLevelOption(): Option {
  return new Option('--log-level <level>', 'what is logged')
    .env('LOG_LEVEL')
    .choices(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info');
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535, as in --port 4102.');
}
