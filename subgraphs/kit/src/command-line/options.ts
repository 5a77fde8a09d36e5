import { InvalidArgumentError, Option } from 'commander';

/** Where a subgraph listens and what it reads. A flag goes before its environment variable, that before the default. */
export interface CommandLineOptions {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly logLevel: string;
  readonly gatewayKeys?: string;
  readonly gatewaySecret?: string;
  readonly gatewaySecretFile?: string;
  readonly decisionsUrl?: string;
  readonly publicUrl?: string;
  readonly clockSkew: number;
  readonly signatures: 'hmac-sha256' | 'ed25519';
  readonly allowUnsigned: boolean;
  readonly requestLog?: string;
  readonly feedPeers?: string;
  readonly identityKeyFile?: string;
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

/** How the gateway is known, and who else may ask. */
export function trustOptions(): readonly Option[] {
  return [
    new Option('--gateway-keys <file or url>', "the gateway's public keys: its /.well-known/jwks.json").env(
      'GATEWAY_KEYS',
    ),
    new Option(
      '--gateway-secret-file <file>',
      'the secret that is shared with the gateway: base64 of 32 bytes; a second line holds the one before',
    ).env('GATEWAY_SECRET_FILE'),
    new Option('--gateway-secret <base64>', 'the secret itself: better by the environment than here').env(
      'GATEWAY_SECRET',
    ),
    new Option(
      '--decisions-url <url>',
      'where the gateway answers questions about residents; without it what it left open is withheld',
    ).env('GATEWAY_DECISIONS_URL'),
    new Option(
      '--public-url <url>',
      'the address under which the gateway asks, if a proxy stands between; else http and the Host header',
    ).env('PUBLIC_URL'),
    new Option('--clock-skew <seconds>', "by how much the gateway's clock may differ, 0 to 30")
      .env('CLOCK_SKEW_SECONDS')
      .default(5)
      .argParser(Number),
    new Option('--signatures <algorithm>', 'how the gateway signs requests')
      .env('GATEWAY_SIGNATURES')
      .choices(['hmac-sha256', 'ed25519'])
      .default('hmac-sha256'),
    new Option(
      '--request-log <file>',
      "the agency's own log of what it was asked, one JSON object a line, to be compared with the gateway's ledger",
    ).env('REQUEST_LOG'),
    // By no variable: commander takes one that is "false" for true.
    new Option(
      '--allow-unsigned',
      'answers everything to whoever asks without a signature: for development, never with data of people',
    ).default(false),
  ];
}

/** With whom feeds are exchanged. */
export function feedOptions(): readonly Option[] {
  return [
    new Option(
      '--feed-peers <file>',
      'JSON: by name url and secret of those with whom persons and links are exchanged; without it nothing is',
    ).env('FEED_PEERS'),
    new Option(
      '--identity-key-file <file>',
      'the key, base64 of 32 bytes, that stands for Social Security numbers and local ids; agencies share one',
    ).env('IDENTITY_KEY_FILE'),
  ];
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535, as in --port 4102.');
}
