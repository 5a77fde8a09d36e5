import type { Authenticator, KeySource } from './authentication/index.ts';
import { allowAnonymous, openAuthenticator } from './authentication/index.ts';
import type { Config } from './config/index.ts';
import { failure } from './errors/index.ts';
import type { Logger } from './telemetry/index.ts';

/**
 * Opens what finds out who calls: by tokens, and for development also without one.
 *
 * @throws Failure KEYS_UNREADABLE, or CONFIGURATION_INVALID if the configuration was not checked.
 */
export async function openCallers(options: Config['authentication'], log: Logger): Promise<Authenticator> {
  const keys = keySource(options);
  if (options.allowAnonymous && keys === null) return allowAnonymous(null);
  const { issuer, audience } = options;
  if (keys === null || issuer === undefined || audience === undefined)
    throw failure('CONFIGURATION_INVALID', { message: 'Nothing says how tokens are verified.' });
  const tokens = await openAuthenticator({ ...options, claimNames: options, issuer, audience, keys, log });
  return options.allowAnonymous ? allowAnonymous(tokens) : tokens;
}

function keySource({ jwksFile, jwksUrl }: Config['authentication']): KeySource | null {
  if (jwksFile !== undefined) return { file: jwksFile };
  return jwksUrl === undefined ? null : { url: jwksUrl };
}
