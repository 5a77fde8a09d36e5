import { z } from 'zod';

import type { Logger } from '../../../telemetry/index.ts';
import type { AgencySecrets } from '../agency-secrets.ts';
import type { SigningKeys } from '../signing-keys.ts';
import type { DecideForResidents } from './decide-for-residents.ts';
import { readContextToken } from './read-context-token.ts';
import type { AgencyRequest } from './signed-request.ts';
import { createReadSigner } from './signed-request.ts';

/** What the endpoint is made from. */
export interface DecisionEndpointOptions {
  readonly keys: SigningKeys;
  readonly secrets: AgencySecrets;
  /** Names of the data categories that an agency owns. */
  readonly categoriesOf: (agency: string) => readonly string[];
  readonly decide: DecideForResidents;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Answers agencies that ask about residents whom the gateway hasn't decided about (`POST /decisions`). */
export interface DecisionEndpoint {
  /** The largest body that is read. */
  readonly maximumBytes: number;
  /** Never rejects; the body is JSON. */
  readonly answer: (request: AgencyRequest) => Promise<{ readonly status: number; readonly body: string }>;
}

const questionSchema = z.strictObject({
  contextToken: z.string().max(32_768),
  categories: z.array(z.string().max(128)).min(1).max(200),
  residents: z.array(z.string().min(1).max(64)).min(1).max(1000),
});

/** Questions of one agency that are answered at a time. */
const mostAtOnce = 32;

/**
 * 1. The signature tells which agency asks (401).
 * 2. No agency holds the gateway up (429).
 * 3. The question has its form (400), and its context token is one that was given to that agency (401).
 * 4. Only categories of that agency that depend on the resident are decided; the others are permitted to nobody.
 */
export function createDecisionEndpoint(options: DecisionEndpointOptions): DecisionEndpoint {
  const signerOf = createReadSigner(options.secrets, options.now);
  const busy = new Map<string, number>();
  const answer = async (request: AgencyRequest): ReturnType<DecisionEndpoint['answer']> => {
    const agency = signerOf(request);
    if (agency === null) return refused(401, 'The request is not signed as the wire contract asks.');
    const underWay = busy.get(agency) ?? 0;
    if (underWay >= mostAtOnce) return refused(429, 'Too many questions at a time.');
    busy.set(agency, underWay + 1);
    try {
      return await answerTo(request, agency, options);
    } finally {
      busy.set(agency, (busy.get(agency) ?? 1) - 1);
    }
  };
  return { maximumBytes: 262_144, answer };
}

async function answerTo(
  { body }: AgencyRequest,
  agency: string,
  options: DecisionEndpointOptions,
): ReturnType<DecisionEndpoint['answer']> {
  const question = readQuestion(body);
  if (question === null) return refused(400, 'The question has contextToken, categories and residents.');
  const context = await readContextToken(question.contextToken, agency, options.keys, options.now());
  if (context === null) return refused(401, 'The context token is not one of this gateway for this agency.');
  const own = new Set(options.categoriesOf(agency));
  const open = new Set(context.undetermined.filter((category) => own.has(category)));
  const categories = question.categories.filter((category) => open.has(category));
  const { caller, purposeOfUse } = context;
  const asked = { caller, purposeOfUse, categories, residents: question.residents };
  try {
    return { status: 200, body: JSON.stringify(await options.decide(asked)) };
  } catch (cause) {
    options.log.error('A question of an agency could not be decided', { agency, error: cause });
    return refused(503, 'The question cannot be decided now.');
  }
}

function readQuestion(body: Uint8Array): z.infer<typeof questionSchema> | null {
  try {
    return questionSchema.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  } catch {
    return null;
  }
}

function refused(status: number, message: string): { readonly status: number; readonly body: string } {
  return { status, body: JSON.stringify({ error: message }) };
}
