export { askOfMatch } from './ask.ts';
export { decide, mergesManualLinks, type ReviewDecision } from './decide.ts';
export { link } from './link.ts';
export { load, type LocalRecord } from './load.ts';
export { merge } from './merge.ts';
export { undo } from './undo.ts';
export { sample, type SampledLink } from './sample.ts';
export { unlink } from './unlink.ts';
