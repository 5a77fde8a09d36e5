import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import { failure } from '../../errors/index.ts';
import type { AgencySecrets } from './agency-secrets.ts';
import { agencySecret } from './agency-secrets.ts';

/** Where secrets come from. */
export interface SecretSources {
  /** A JSON object: by agency a secret, or a list of which the first signs. */
  readonly secretsFile?: string | undefined;
  /** `agency=secret`; these go before those of the file. */
  readonly secrets: readonly string[];
}

const fileSchema = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));

/**
 * Reads the secrets that are shared with agencies: each with one of them, for whoever knows a secret can speak as its
 * agency.
 *
 * @throws Failure SIGNING_KEYS_UNREADABLE, without any secret in it.
 */
export async function readAgencySecrets({ secretsFile, secrets }: SecretSources): Promise<AgencySecrets> {
  try {
    const given = secrets.map((pair) => [beforeSign(pair), afterSign(pair)] as const);
    const texts = [...given, ...(secretsFile === undefined ? [] : await readPairs(secretsFile))];
    if (isShared(texts)) throw new Error('Two agencies have the same secret.');
    const agencies = [...new Set(texts.map(([agency]) => agency))];
    return new Map(
      agencies.map((name) => [
        name,
        texts.filter(([agency]) => agency === name).map(([, text]) => agencySecret(text)),
      ]),
    );
  } catch {
    // What went wrong may quote the file, and the file is all secrets.
    throw failure('SIGNING_KEYS_UNREADABLE', { place: secretsFile ?? 'signing.secrets' });
  }
}

/**
 * Makes sure that there is a secret for each of these agencies, before one of them is asked without.
 *
 * @throws Failure SIGNING_KEYS_UNREADABLE that names those without
 */
export function requireSecrets(
  agencies: readonly string[],
  secrets: AgencySecrets,
  { secretsFile }: SecretSources,
): void {
  const without = agencies.filter((agency) => !secrets.get(agency)?.length);
  if (without.length === 0) return;
  const message = `No secret is shared with ${without.join(', ')}.`;
  throw failure('SIGNING_KEYS_UNREADABLE', { message, place: secretsFile ?? 'signing.secretsFile' });
}

function isShared(texts: readonly (readonly [agency: string, text: string])[]): boolean {
  const owners = new Map<string, string>();
  return texts.some(([agency, text]) => (owners.get(text) ?? agency) !== agency || !owners.set(text, agency));
}

async function readPairs(file: string): Promise<readonly (readonly [string, string])[]> {
  const read = fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.entries(read).flatMap(([agency, texts]) =>
    [texts].flat().map((text) => [agency, text] as const),
  );
}

function beforeSign(pair: string): string {
  return pair.slice(0, pair.indexOf('=')).trim();
}

function afterSign(pair: string): string {
  return pair.slice(pair.indexOf('=') + 1);
}
