import type { Knex } from '@resident-graph/subgraph-kit';

import type { Decision } from '../linkage/index.ts';
import type { Match, Matcher } from './matcher.ts';

/** A model that judges without deciding. */
interface Shadow {
  readonly version: number;
  readonly matcher: Matcher;
}

/** A matcher that answers as the active one does, and takes note of where the one in shadow would decide otherwise. */
export function withShadow(active: Matcher, { version, matcher }: Shadow): Matcher {
  return {
    find: async (transaction, record, person) => {
      const matches = await active.find(transaction, record, person);
      const judged = compared(matches, await matcher.find(transaction, record, person));
      await note(transaction, version, record, judged);
      return matches;
    },
  };
}

interface Judged {
  readonly other: string;
  readonly active: Decision;
  readonly shadow: Decision;
}

/** Pairs that at least one of them would not leave apart. */
function compared(active: readonly Match[], shadow: readonly Match[]): readonly Judged[] {
  const decisions = new Map(shadow.map(({ record, decision }) => [record, decision]));
  const others = new Map(active.map(({ record, decision }) => [record, decision]));
  return [...new Set([...others.keys(), ...decisions.keys()])]
    .map((other) => ({
      other,
      active: others.get(other) ?? ('apart' as const),
      shadow: decisions.get(other) ?? ('apart' as const),
    }))
    .filter((pair) => pair.active !== 'apart' || pair.shadow !== 'apart');
}

async function note(
  transaction: Knex.Transaction,
  version: number,
  record: string,
  judged: readonly Judged[],
): Promise<void> {
  const differing = judged.filter(({ active, shadow }) => active !== shadow);
  await transaction('linkage_models')
    .where({ version })
    .increment({ judged: 1, compared: judged.length, differing: differing.length });
  if (differing.length === 0) return;
  const at = new Date().toISOString();
  const rows = differing.map(({ other, active, shadow }) => ({
    version,
    record_id: record,
    other_id: other,
    active_decision: active,
    shadow_decision: shadow,
    at,
  }));
  await transaction('shadow_differences').insert(rows);
}
