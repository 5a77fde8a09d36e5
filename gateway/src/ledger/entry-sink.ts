import { entryText } from './events/index.ts';
import type { LedgerIndex } from './index-of-disclosures/index.ts';
import type { ResidentKeys } from './keys/index.ts';
import type { LedgerLog } from './log/index.ts';
import { maximumEntryBytes } from './log/index.ts';
import type { EntrySink, RecordedEntry } from './recording/index.ts';
import { fittedEntry } from './recording/index.ts';

/** An entry and its bytes. */
type Encoded = RecordedEntry & { readonly bytes: Buffer };

/** So many bytes of one operation are written together; of what is longer, one frame after the other. */
const mostTogether = 16 << 20;

/**
 * Where what is recorded goes: into the log, and then into the index. What is too long for an entry, or for a frame, is
 * parted; it counts as recorded when all of it is durable.
 */
export function entrySink(
  ledger: Pick<LedgerLog, 'append'>,
  index: Pick<LedgerIndex, 'take'>,
  keys: Pick<ResidentKeys, 'keyFor'>,
): EntrySink {
  const append = async (entries: readonly Encoded[]): Promise<void> => {
    const first = await ledger.append(entries.map(({ bytes }) => bytes));
    index.take(entries.map(({ event, part }, place) => ({ event, part, sequence: first + place })));
  };
  return {
    append: async (given) => {
      const entries = given.map(encoded);
      const isFitting = entries.every(({ bytes }) => bytes.length <= maximumEntryBytes);
      for (const together of groups(isFitting ? entries : await fitted(entries, keys)))
        // oxlint-disable-next-line no-await-in-loop -- in their order
        await append(together);
    },
  };
}

function encoded({ event, part }: RecordedEntry): Encoded {
  return { event, part, bytes: entryText(event) };
}

async function fitted(
  entries: readonly Encoded[],
  keys: Pick<ResidentKeys, 'keyFor'>,
): Promise<readonly Encoded[]> {
  const all = entries.map(async (entry) => {
    if (entry.bytes.length <= maximumEntryBytes) return [entry];
    return (await fittedEntry(entry, keys, maximumEntryBytes)).map(encoded);
  });
  return (await Promise.all(all)).flat();
}

/** The parts of one record stay together: all are there or none. */
function isContinued({ event }: Encoded): boolean {
  return event.type !== 'terms' && (event.part ?? 1) > 1;
}

function groups(entries: readonly Encoded[]): readonly (readonly Encoded[])[] {
  const all: Encoded[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    if (bytes + entry.bytes.length > mostTogether && !isContinued(entry)) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(entry);
    bytes += entry.bytes.length;
  }
  return all;
}
