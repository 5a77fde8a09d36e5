import { keptWeight } from '../changes.ts';
import type { IndexStore } from '../index-store.ts';
import { ask } from './ask.ts';

/** A link that the machine made, and the record of its resident that comes nearest. */
export interface SampledLink {
  readonly record: string;
  readonly resident: string;
  readonly other: string;
  /** In bits. */
  readonly weight: number;
}

/** Asks of links whether they are right. One that was asked about before is passed over. */
export async function sample(store: IndexStore, links: readonly SampledLink[]): Promise<void> {
  for (const { record, resident, other, weight } of links) {
    // oxlint-disable-next-line no-await-in-loop
    await ask(store, { kind: 'AUDIT', record, resident, other, weight: keptWeight(weight) });
  }
}
