import type { FastifyRequest } from 'fastify';

import { createDecisionClient, Disclosure, openTrust } from '../authorization/index.ts';
import type { AskGateway, GatewayTrust, Trust } from '../authorization/index.ts';
import { ConfigurationError } from '../errors/index.ts';
import type { Disclosed } from '../subgraph/index.ts';
import type { RequestLog } from './logged-request.ts';
import { openRequestLog } from './request-log.ts';

/** Whether a request may be answered, and what it may be shown. */
type Admission =
  | { readonly kind: 'admitted'; readonly disclosed: Disclosed }
  /** What was wrong is for the log. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Decides it, before anything else is done with the request. */
export type Admit = (request: FastifyRequest) => Promise<Admission>;

/** Stands between callers and a subgraph. */
export interface Doorkeeper {
  readonly admit: Admit;
  /** Writes what of the request log isn't written yet. */
  readonly close: () => Promise<void>;
}

/** Who may ask a subgraph. */
export interface AdmissionOptions {
  /** How the gateway is known; what it sends is verified and answered as its decisions say. */
  readonly gateway?: GatewayTrust | undefined;
  /** For development: whoever sends a request without a signature is shown everything. */
  readonly allowUnsigned?: boolean | undefined;
  /** File in which the agency keeps what it was asked; without it, it keeps nothing. */
  readonly requestLog?: string | undefined;
}

/** @throws ConfigurationError if nobody is known who may ask, or if keys or secrets are of no use. */
export async function openAdmission(subgraph: string, options: AdmissionOptions): Promise<Doorkeeper> {
  const { gateway, allowUnsigned = false } = options;
  if (gateway === undefined) {
    if (!allowUnsigned) throw nobodyIsKnown();
    return { admit: async () => everything, close: async () => undefined };
  }
  const trust = await openTrust(subgraph, gateway);
  const ask = askOf(trust);
  const log = options.requestLog === undefined ? null : await openLog(options.requestLog);
  const admit: Admit = async (request) => {
    if (allowUnsigned && isUnsigned(request)) return everything;
    const admission = await verified(request, trust, ask);
    return log === null ? admission : logged(request, admission, log, trust.now());
  };
  return { admit, close: async () => log?.close() };
}

async function openLog(path: string): Promise<RequestLog> {
  try {
    return await openRequestLog(path);
  } catch {
    throw new ConfigurationError({
      place: '--request-log',
      message: `${path} cannot be written.`,
      remedy: 'Give a file that this process may write to, or take the option away.',
    });
  }
}

/** What can't be written down isn't answered. */
async function logged(
  { headers }: FastifyRequest,
  admission: Admission,
  log: RequestLog,
  at: Date,
): Promise<Admission> {
  const isAdmitted = admission.kind === 'admitted';
  try {
    await log.append({
      at: at.toISOString(),
      request: textIn(headers['x-request-id']) ?? '',
      verdict: isAdmitted ? 'trusted' : 'refused',
      problem: isAdmitted ? null : admission.problem,
      digest: textIn(headers['content-digest']),
    });
    return admission;
  } catch {
    return { kind: 'refused', problem: 'the request log cannot be written' };
  }
}

/** As much of a header as anybody has use for. */
function textIn(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value.slice(0, 200) : null;
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
