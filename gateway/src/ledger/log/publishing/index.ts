export { decodeBundle, encodeBundle } from './entry-bundle.ts';
export { readKeptCheckpoints } from './kept-checkpoints.ts';
export { checkpointFile, Publisher } from './publisher.ts';
export { TileFiles } from './tile-files.ts';
