/** How the loaders of one request send their statements together. */
export interface Waves {
  /** Sends with the next wave; a DataLoader's batchScheduleFn. */
  readonly schedule: (send: () => void) => void;
  /** Does what a wave consists of; no other wave begins before it is done. */
  readonly within: <Answer>(load: () => Promise<Answer>) => Promise<Answer>;
}

/**
 * Statements go out in waves: all that is asked for while nothing is under way, in one statement for each loader.
 * A loader that two levels of a query use costs what the query's shape says, and not what the database's timing
 * makes of it: without waves, whichever parent was answered first would send its own statement.
 *
 * 1. What is asked for waits until no statement of the request is under way.
 * 2. Then every promise that can go on goes on, and may ask for more.
 * 3. Then all that waits is sent at once.
 */
function createWaves(): Waves {
  let waiting: (() => void)[] = [];
  let underWay = 0;
  let planned = false;
  const plan = (): void => {
    if (planned || underWay > 0 || waiting.length === 0) return;
    planned = true;
    setImmediate(send);
  };
  const send = (): void => {
    planned = false;
    const wave = waiting;
    waiting = [];
    for (const one of wave) one();
  };
  return {
    schedule(one) {
      waiting.push(one);
      plan();
    },
    async within(load) {
      underWay += 1;
      try {
        return await load();
      } finally {
        underWay -= 1;
        plan();
      }
    },
  };
}

let ofRequest: Waves | null = null;

/** Makes the loaders of one request: all that are made meanwhile share its waves. */
export function inWaves<Loaders>(make: () => Loaders): Loaders {
  const before = ofRequest;
  ofRequest = createWaves();
  try {
    return make();
  } finally {
    ofRequest = before;
  }
}

/** The waves of the request whose loaders are being made; a loader that is made apart has its own. */
export function currentWaves(): Waves {
  return ofRequest ?? createWaves();
}
