import { readFileSync } from 'node:fs';

import { ConfigurationError } from '../errors/index.ts';
import type { ServeOptions } from '../server/index.ts';
import type { CommandLineOptions } from './options.ts';

/**
 * Who may ask, as the command line says it.
 *
 * @throws ConfigurationError if the file of the secret can't be read.
 */
export function admissionOf(
  options: CommandLineOptions,
): Pick<ServeOptions, 'gateway' | 'allowUnsigned' | 'requestLog'> {
  const { gatewayKeys, allowUnsigned, decisionsUrl, publicUrl, clockSkew, signatures, requestLog } = options;
  if (gatewayKeys === undefined) return { allowUnsigned };
  const gateway = { keys: gatewayKeys, secrets: secretsOf(options), decisionsUrl, publicUrl, signatures };
  return { allowUnsigned, requestLog, gateway: { ...gateway, clockSkewSeconds: clockSkew } };
}

function secretsOf({ gatewaySecret, gatewaySecretFile }: CommandLineOptions): readonly string[] {
  const text = gatewaySecretFile === undefined ? (gatewaySecret ?? '') : read(gatewaySecretFile);
  return text.split(/\s+/).filter((secret) => secret !== '');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigurationError({
      place: '--gateway-secret-file',
      message: `${file} cannot be read.`,
      remedy: 'Give the file with the secret that is shared with the gateway.',
    });
  }
}
