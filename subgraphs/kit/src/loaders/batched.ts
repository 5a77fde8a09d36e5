import DataLoader from 'dataloader';

import type { Key } from './select-by-keys.ts';
import { currentWaves } from './waves.ts';

/** A loader by key whose statements go out with the waves of its request. */
export function batched<RowKey extends Key, Value>(
  load: (keys: readonly RowKey[]) => Promise<readonly (Value | Error)[]>,
): DataLoader<RowKey, Value> {
  const { schedule, within } = currentWaves();
  return new DataLoader<RowKey, Value, string>((keys) => within(() => load(keys)), {
    cacheKeyFn: String,
    batchScheduleFn: schedule,
  });
}
