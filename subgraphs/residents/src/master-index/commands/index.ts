export { link } from './link.ts';
export { load, type LocalRecord } from './load.ts';
export { merge } from './merge.ts';
export { undo } from './undo.ts';
export { unlink } from './unlink.ts';
