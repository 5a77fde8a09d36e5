import type { ConfigProblem } from './config-problem.ts';
import type { Config } from './config-schema.ts';
import { isLoopback } from './is-loopback.ts';

/** What is wrong with the way to the resident index: half of it would leave merges unfollowed and nobody told. */
export function residentIndexProblems({ residentIndex }: Pick<Config, 'residentIndex'>): ConfigProblem[] {
  const { url, secretFile } = residentIndex;
  if (url === undefined) return secretFile === undefined ? [] : [noUrl];
  const { protocol, hostname } = new URL(url);
  const isSafe = protocol === 'https:' || isLoopback(hostname);
  return [...(secretFile === undefined ? [noSecret] : []), ...(isSafe ? [] : [clearText])];
}

const noUrl: ConfigProblem = {
  key: 'residentIndex.url',
  source: 'not set',
  message: 'A secret is shared with the resident index, and there is no address of it.',
  remedy: 'Give both, or neither.',
};

const noSecret: ConfigProblem = {
  key: 'residentIndex.secretFile',
  source: 'not set',
  message: 'The resident index answers nobody who shares no secret with it.',
  remedy: 'Give both, or neither.',
};

const clearText: ConfigProblem = {
  key: 'residentIndex.url',
  source: 'given',
  message: 'Who was taken for whom could be read on the way.',
  remedy: 'Give an https address; http is for this machine only.',
};
