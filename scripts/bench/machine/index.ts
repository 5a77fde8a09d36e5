export { cores, isPinned, pinThisProcess } from './cores.ts';
export type { RunningProcess } from './start-process.ts';
export { startProcess } from './start-process.ts';
export { talkTo } from './talk-to.ts';
export type { Conversation } from './talk-to.ts';
export { usageOf } from './usage-of.ts';
export type { Usage } from './usage-of.ts';
