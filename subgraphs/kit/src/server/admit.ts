import type { FastifyRequest } from 'fastify';

import { createDecisionClient, Disclosure, openTrust } from '../authorization/index.ts';
import type { AskGateway, GatewayTrust, Trust } from '../authorization/index.ts';
import { ConfigurationError } from '../errors/index.ts';
import type { Disclosed } from '../subgraph/index.ts';

/** Whether a request may be answered, and what it may be shown. */
type Admission =
  | { readonly kind: 'admitted'; readonly disclosed: Disclosed }
  /** What was wrong is for the log. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Decides it, before anything else is done with the request. */
export type Admit = (request: FastifyRequest) => Promise<Admission>;

/** Who may ask a subgraph. */
export interface AdmissionOptions {
  /** How the gateway is known; what it sends is verified and answered as its decisions say. */
  readonly gateway?: GatewayTrust | undefined;
  /** For development: whoever sends a request without a signature is shown everything. */
  readonly allowUnsigned?: boolean | undefined;
}

/** @throws ConfigurationError if nobody is known who may ask, or if keys or secrets are of no use. */
export async function openAdmission(subgraph: string, options: AdmissionOptions): Promise<Admit> {
  const { gateway, allowUnsigned = false } = options;
  if (gateway === undefined) {
    if (!allowUnsigned) throw nobodyIsKnown();
    return async () => everything;
  }
  const trust = await openTrust(subgraph, gateway);
  const ask = askOf(trust);
  return async (request) =>
    allowUnsigned && isUnsigned(request) ? everything : verified(request, trust, ask);
}

const everything: Admission = { kind: 'admitted', disclosed: 'everything' };

/** Nothing in it says that it were the gateway's. */
function isUnsigned({ headers }: FastifyRequest): boolean {
  return !Object.keys(headers).some(
    (name) => name.startsWith('signature') || name.startsWith('resident-graph'),
  );
}

function askOf({ decisionsUrl, secret, now }: Trust): AskGateway | null {
  return decisionsUrl === null ? null : createDecisionClient({ url: decisionsUrl, secret, now });
}

async function verified(request: FastifyRequest, trust: Trust, ask: AskGateway | null): Promise<Admission> {
  const { method, headers, body } = request;
  const target = { host: headers.host ?? '', path: request.raw.url ?? '' };
  const text = typeof body === 'string' ? body : '';
  const verification = await trust.verify({ method, headers, body: text }, target);
  if (verification.kind === 'refused') return verification;
  return { kind: 'admitted', disclosed: new Disclosure(verification.request, ask) };
}

function nobodyIsKnown(): ConfigurationError {
  return new ConfigurationError({
    place: '--gateway-keys',
    message: 'without the keys of a gateway nobody could be told from anybody.',
    remedy: 'Give the keys and the secret, or --allow-unsigned where all data is made up.',
  });
}
