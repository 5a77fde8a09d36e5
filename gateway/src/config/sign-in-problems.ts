import type { ConfigProblem } from './config-problem.ts';
import type { Config } from './config-schema.ts';
import { isLoopback } from './is-loopback.ts';

/**
 * What is wrong with the way to sign in. In production the provider is reached over https even on the own
 * machine: what a development identity provider vouches for counts nowhere.
 */
export function signInProblems(
  { signIn, authorization }: Pick<Config, 'signIn' | 'authorization'>,
  isProduction: boolean,
): ConfigProblem[] {
  const { issuer, publicUrl, clientKeyFile, clientSecretFile, scopes } = signIn;
  if (issuer === undefined) return [];
  const isPermitted = (url: URL): boolean =>
    url.protocol === 'https:' || (!isProduction && isLoopback(url.hostname));
  return [
    ...(isPermitted(new URL(issuer)) ? [] : [clearIssuer]),
    ...(publicUrl === undefined ? [noPublicUrl] : []),
    ...(publicUrl === undefined || isPermitted(new URL(publicUrl)) ? [] : [clearPublicUrl]),
    ...(clientKeyFile !== undefined && clientSecretFile !== undefined ? [twoProofs] : []),
    ...(scopes.includes('openid') ? [] : [noOpenId]),
    ...(authorization.enforce ? [] : [noDatabase]),
  ];
}

const clearIssuer: ConfigProblem = {
  key: 'signIn.issuer',
  source: 'given',
  message: 'A provider over http is for development on the own machine only.',
  remedy: 'Give an https address.',
};

const clearPublicUrl: ConfigProblem = {
  key: 'signIn.publicUrl',
  source: 'given',
  message: 'Over http a session could be read on the way.',
  remedy: 'Give an https address.',
};

const noPublicUrl: ConfigProblem = {
  key: 'signIn.publicUrl',
  source: 'not set',
  message: 'The provider has to know where to send browsers back.',
  remedy: 'Give the address under which browsers know this gateway.',
};

const twoProofs: ConfigProblem = {
  key: 'signIn.clientSecretFile',
  source: 'given',
  message: 'This gateway proves itself by a key and by a secret.',
  remedy: 'Give signIn.clientKeyFile or signIn.clientSecretFile, not both.',
};

const noOpenId: ConfigProblem = {
  key: 'signIn.scopes',
  source: 'given',
  message: 'Without the scope openid nobody is told who signed in.',
  remedy: 'Add openid.',
};

const noDatabase: ConfigProblem = {
  key: 'signIn.issuer',
  source: 'given',
  message: 'Sessions are kept in the governance database, which is not open without enforcement.',
  remedy: 'Leave authorization.enforce on, or take signIn.issuer away.',
};
