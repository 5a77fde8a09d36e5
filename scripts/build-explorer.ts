/** `npm run build:explorer`: builds the explorer, which the gateway serves where it is turned on. */
import { buildExplorer } from './build-explorer/index.ts';

await buildExplorer();
