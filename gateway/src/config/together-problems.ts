import type { ConfigProblem } from './config-problem.ts';
import type { Config } from './config-schema.ts';
import type { Layer } from './layers.ts';

/** What is wrong with values that are right each for itself. */
export function togetherProblems({ authentication }: Config, merged: Layer): ConfigProblem[] {
  const { jwksFile, jwksUrl } = authentication;
  if (jwksFile === undefined && jwksUrl === undefined) return [noKeys];
  if (jwksUrl === undefined) return [];
  const source = merged.get('authentication.jwksUrl')?.source ?? 'default';
  if (jwksFile !== undefined)
    return [{ ...noKeys, source, message: 'Keys come from a file and from an address.' }];
  return isSafe(new URL(jwksUrl)) ? [] : [{ ...clearText, source }];
}

const noKeys: ConfigProblem = {
  key: 'authentication.jwksFile',
  source: 'not set',
  message: 'Without keys no token can be verified.',
  remedy: 'Give authentication.jwksFile or authentication.jwksUrl, exactly one of them.',
};

const clearText: ConfigProblem = {
  key: 'authentication.jwksUrl',
  source: 'not set',
  message: 'Keys that travel in clear text can be exchanged on the way.',
  remedy: 'Give an https address.',
};

/** Loopback doesn't leave the machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
