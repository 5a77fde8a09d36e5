import type { DecisionEndpoint, DecisionSources } from './authorization/index.ts';
import {
  createDecideForResidents,
  createDecisionEndpoint,
  createRequestSigner,
  readAgencySecrets,
  readSigningKeys,
  requireSecrets,
} from './authorization/index.ts';
import type { Config } from './config/index.ts';
import type { RequestSigner } from './execution/index.ts';
import type { Logger } from './telemetry/index.ts';

/** How agencies know that it is this gateway that asks, and ask it in turn. */
export interface Signing {
  readonly signer: RequestSigner;
  /**
   * Refuses to ask agencies by requests that nothing would sign.
   *
   * @throws Failure SIGNING_KEYS_UNREADABLE
   */
  readonly requireSecretsOf: (agencies: readonly string[]) => void;
  /** The public keys that agencies know the gateway by. */
  readonly keys: object;
  /** Answers agencies from the policy and the facts in force. */
  readonly decisionsFrom: (sources: Omit<DecisionSources, 'now'>) => DecisionEndpoint;
}

const now = (): Date => new Date();

/** What agencies own, by which a token tells each of them only of its own. */
type CategoriesOf = (agency: string) => readonly string[];

/**
 * Opens keys and secrets; null where none are configured: then requests aren't signed.
 *
 * @throws Failure SIGNING_KEYS_UNREADABLE
 */
export async function openSigning(
  options: Config['signing'],
  categoriesOf: CategoriesOf,
  log: Logger,
): Promise<Signing | null> {
  const { keyFile, algorithm } = options;
  if (keyFile === undefined) {
    log.warn('requests to agencies are not signed, and agencies that ask for signatures refuse them');
    return null;
  }
  const [keys, secrets] = await Promise.all([readSigningKeys(keyFile), readAgencySecrets(options)]);
  return {
    signer: createRequestSigner({ keys, secrets, algorithm, categoriesOf, now }),
    requireSecretsOf: (agencies) => {
      if (algorithm === 'hmac-sha256') requireSecrets(agencies, secrets, options);
    },
    keys: keys.published,
    decisionsFrom: (sources) => {
      const decide = createDecideForResidents({ ...sources, now });
      return createDecisionEndpoint({ keys, secrets, categoriesOf, decide, now, log });
    },
  };
}
