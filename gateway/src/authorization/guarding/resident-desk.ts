import DataLoader from 'dataloader';

import type { Caller } from '../../authentication/index.ts';
import type { FactSource, ResidentFacts } from '../../governance/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { DecisionTable, ResidentDecisions } from '../policy/index.ts';

/** What a desk decides by. */
export interface ResidentDeskOptions {
  readonly table: DecisionTable;
  readonly facts: Pick<FactSource, 'factsOf'>;
  readonly at: Date;
  readonly requestId: string;
  readonly log: Logger;
}

/** Decides about residents for one request: each resident once, all that are asked about at one time with one query. */
export interface ResidentDesk {
  /** Never rejects: a resident whose facts can't be had is left out, and so nothing of theirs is permitted. */
  readonly decisionsOf: (ids: Iterable<string>) => Promise<ReadonlyMap<string, ResidentDecisions>>;
  /** The facts by which it was decided; nothing about a resident of whom nobody has asked. */
  readonly factsOf: (id: string) => ResidentFacts | undefined;
}

export function createResidentDesk({ table, facts, at, requestId, log }: ResidentDeskOptions): ResidentDesk {
  const known = new Map<string, ResidentFacts>();
  const loader = new DataLoader<string, ResidentDecisions>(async (ids) => {
    const found = await factsOf(facts, ids, table.caller, at);
    return ids.map((id) => {
      const ofResident = found.get(id) ?? nothingOnFile(id);
      known.set(id, ofResident);
      return table.forResident(ofResident);
    });
  });
  const decisionsOf = async (ids: Iterable<string>): Promise<ReadonlyMap<string, ResidentDecisions>> => {
    const wanted = [...new Set(ids)];
    const decided = await loader.loadMany(wanted);
    const failed = decided.find((outcome) => outcome instanceof Error);
    if (failed)
      log.error('facts about residents cannot be had: what depends on them is withheld', {
        requestId,
        error: failed,
      });
    return new Map(
      decided.flatMap((outcome, index) => (outcome instanceof Error ? [] : [[wanted[index] ?? '', outcome]])),
    );
  };
  return { decisionsOf, factsOf: (id) => known.get(id) };
}

/** Drivers reject with errors that aren't of this realm's Error. */
async function factsOf(
  facts: ResidentDeskOptions['facts'],
  ids: readonly string[],
  caller: Caller,
  at: Date,
): Promise<ReadonlyMap<string, ResidentFacts>> {
  try {
    return await facts.factsOf(ids, caller, at);
  } catch (cause) {
    throw new Error('The facts cannot be read.', { cause });
  }
}

function nothingOnFile(residentId: string): ResidentFacts {
  return { residentId, consents: [], relationships: [], breakGlass: null };
}
