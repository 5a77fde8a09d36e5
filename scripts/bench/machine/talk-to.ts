import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { cores, isPinned } from './cores.ts';

/** A process of the benchmark's own that answers each message by one. */
export interface Conversation {
  readonly ask: <Answer>(order: object) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Starts `processes/<name>.js` beside the benchmark, away from the contender's core. */
export function talkTo(name: string): Conversation {
  const file = fileURLToPath(new URL(`../processes/${name}.js`, import.meta.url));
  const child = isPinned
    ? fork(file, { execPath: 'taskset', execArgv: ['-c', String(cores.others), process.execPath] })
    : fork(file, { execArgv: [] });
  const ending = once(child, 'exit').then(() => {
    throw new Error(`The benchmark's process ${name} has ended.`);
  });
  // Nobody may be asking when it ends.
  ending.catch(() => undefined);
  return {
    ask: async <Answer>(order: object): Promise<Answer> => {
      const answer = Promise.race([once(child, 'message'), ending]);
      child.send(order);
      const [message] = (await answer) as [Answer];
      return message;
    },
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}
