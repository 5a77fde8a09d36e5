import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

import type { Caller } from '../../authentication/index.ts';

/** Who is to be decided for, as a command line says it. */
export interface CallerOptions {
  readonly caller?: Partial<Caller>;
  readonly subject?: string;
  readonly agency?: string;
  readonly role?: readonly string[];
  readonly application?: string;
  readonly training?: readonly string[];
  readonly assurance?: number;
  readonly ownResident?: string;
}

/** Adds them to a command. */
export function withCallerOptions(command: Command): Command {
  return command
    .option('--caller <json>', 'the caller as JSON; other flags go before it', callerJson)
    .option('--subject <name>', "the person: the token's sub")
    .option('--agency <name>', 'the agency for which the caller works')
    .option('--role <names...>', 'roles of the caller')
    .option('--application <name>', 'the application that calls')
    .option('--training <names...>', 'trainings that the caller completed')
    .option('--assurance <level>', 'level of identity assurance, 1 to 3 (default: 2)', level)
    .option('--own-resident <id>', 'the resident who the caller is');
}

/** The caller that the options describe; what they leave out is empty. */
export function callerOf(options: CallerOptions): Caller {
  const { caller = {}, subject, agency, role, application, training, assurance, ownResident } = options;
  return {
    subject: subject ?? caller.subject ?? 'somebody',
    agency: agency ?? caller.agency ?? '',
    roles: role ?? caller.roles ?? [],
    application: application ?? caller.application ?? '',
    purposesOfUse: null,
    residentId: ownResident ?? caller.residentId ?? null,
    trainings: training ?? caller.trainings ?? [],
    assuranceLevel: assurance ?? caller.assuranceLevel ?? 2,
  };
}

const callerSchema = z
  .strictObject({
    subject: z.string(),
    agency: z.string(),
    roles: z.array(z.string()),
    application: z.string(),
    residentId: z.string().nullable(),
    trainings: z.array(z.string()),
    assuranceLevel: z.int().min(1).max(3),
  })
  .partial();

function callerJson(text: string): Partial<Caller> {
  const parsed = callerSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new InvalidArgumentError(`It is no caller: ${z.prettifyError(parsed.error)}`);
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('It is not JSON.');
  }
}

function level(text: string): number {
  if (/^[123]$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is 1, 2 or 3.');
}
