import type { AgencyCommandOption } from '@resident-graph/subgraph-kit';

import type { Act } from '../master-index/index.ts';

/** What was given on the command line, by name. */
export type Given = Readonly<Record<string, string | undefined>>;

/** Who does it, for what and why: of every command that changes something, and entered in the log. */
export const actOptions: readonly AgencyCommandOption[] = [
  {
    flags: '--as <subject>',
    description: 'who does it: the subject by which the gateway knows them too',
    variable: 'IDENTITY_ACTOR',
    isRequired: true,
  },
  { flags: '--purpose <code>', description: 'the purpose of use', default: 'HOPERAT' },
];

export const reasonOption: AgencyCommandOption = {
  flags: '--reason <text>',
  description: 'why, in 1 to 400 characters; kept in the log',
  isRequired: true,
};

export const versionOption: AgencyCommandOption = {
  flags: '--expected-version <number>',
  description: 'the version that was seen: a later one is refused; left out: the present one is meant',
};

/** The act that options tell of. */
export function actOf(given: Given): Act & { readonly purpose: string | null } {
  return {
    actor: required(given, 'as'),
    reason: given['reason'] ?? '',
    purpose: given['purpose'] ?? null,
    expectedVersion: given['expectedVersion'] === undefined ? null : numberOf(given, 'expectedVersion'),
  };
}

/** A value without which the command line would not have come so far. */
export function required(given: Given, name: string): string {
  const value = given[name];
  if (value === undefined) throw new TypeError(`${name} is missing.`);
  return value;
}

/** @throws Error that names the option or argument, for what is no whole number from 0 */
export function numberOf(given: Given, name: string): number {
  const text = required(given, name);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new Error(`${flag}: it is a whole number from 0.`);
}
