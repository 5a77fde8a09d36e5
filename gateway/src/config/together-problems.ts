import type { ConfigProblem } from './config-problem.ts';
import type { Config } from './config-schema.ts';
import { isLoopback } from './is-loopback.ts';
import type { Layer } from './layers.ts';
import { residentIndexProblems } from './resident-index-problems.ts';
import { signInProblems } from './sign-in-problems.ts';

/** The keys that tokens are verified by. Who serves everybody without a token needs none of them. */
export function missingKeys(merged: Layer): readonly string[] {
  const isGiven = (name: string): boolean => merged.has(`authentication.${name}`);
  const allowsAnonymous = merged.get('authentication.allowAnonymous')?.value === true;
  const verifiesTokens = !allowsAnonymous || isGiven('jwksFile') || isGiven('jwksUrl');
  const needed = verifiesTokens ? ['issuer', 'audience'] : [];
  return needed.filter((name) => !isGiven(name)).map((name) => `authentication.${name}`);
}

/** What is wrong with values that are right each for itself. */
export function togetherProblems(
  config: Config,
  merged: Layer,
  environment: Readonly<Record<string, string | undefined>>,
): ConfigProblem[] {
  const isProduction = environment['NODE_ENV'] === 'production';
  const anonymous = config.authentication.allowAnonymous && isProduction ? [anonymousInProduction] : [];
  const open = !config.authorization.enforce && isProduction ? [openInProduction] : [];
  const { acceptOnlyTrusted, trustedDocuments } = config.operations;
  const trust = acceptOnlyTrusted && trustedDocuments === undefined ? [nothingTrusted] : [];
  return [
    ...anonymous,
    ...open,
    ...keyProblems(config, merged, isProduction),
    ...issuerProblems(config, isProduction),
    ...signInProblems(config, isProduction),
    ...residentIndexProblems(config),
    ...trust,
  ];
}

function keyProblems({ authentication }: Config, merged: Layer, isProduction: boolean): ConfigProblem[] {
  const { jwksFile, jwksUrl, allowAnonymous } = authentication;
  if (jwksFile === undefined && jwksUrl === undefined) return allowAnonymous ? [] : [noKeys];
  if (jwksUrl === undefined) return [];
  const source = merged.get('authentication.jwksUrl')?.source ?? 'default';
  if (jwksFile !== undefined)
    return [{ ...noKeys, source, message: 'Keys come from a file and from an address.' }];
  return isSafe(new URL(jwksUrl), isProduction) ? [] : [{ ...clearText, source }];
}

/** An issuer that is no address is compared as a name, and nothing is fetched from it. */
function issuerProblems({ authentication: { issuer } }: Config, isProduction: boolean): ConfigProblem[] {
  return isProduction && /^http:/i.test(issuer ?? '') ? [clearIssuer] : [];
}

const anonymousInProduction: ConfigProblem = {
  key: 'authentication.allowAnonymous',
  source: 'NODE_ENV',
  message: 'Requests without a token are not served in production.',
  remedy: "Take --allow-anonymous away, or unset NODE_ENV where nobody's data is.",
};

const openInProduction: ConfigProblem = {
  key: 'authorization.enforce',
  source: 'NODE_ENV',
  message: 'Nothing is served in production that no agreement and no law decided about.',
  remedy: "Take --enforce-authorization=false away, or unset NODE_ENV where nobody's data is.",
};

const nothingTrusted: ConfigProblem = {
  key: 'operations.trustedDocuments',
  source: 'not set',
  message: 'Only trusted documents are accepted, and there are none.',
  remedy: 'Give their file, or take operations.acceptOnlyTrusted away.',
};

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

const clearIssuer: ConfigProblem = {
  key: 'authentication.issuer',
  source: 'NODE_ENV',
  message: 'What a provider over http vouches for counts nowhere in production.',
  remedy: "Give the https address of the issuer, or unset NODE_ENV where nobody's data is.",
};

/** Loopback doesn't leave the machine; in production what a development provider vouches for counts nowhere. */
function isSafe({ protocol, hostname }: URL, isProduction: boolean): boolean {
  return protocol === 'https:' || (!isProduction && isLoopback(hostname));
}
