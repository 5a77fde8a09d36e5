#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

import { runCommandLine } from './run-command-line.ts';
import { processTerminal } from './terminal.ts';
import { leaveWorkers } from './workers/index.ts';

// Under load V8 comes to think that what requests make lives long, and makes it in old memory: there it stays, with
// all that it refers to, until the whole heap is cleared up, which then happens ten times as often.
setFlagsFromString('--no-allocation-site-pretenuring');
// What answers leave behind is soon gone: the heap need not grow by more than this before it is cleared up.
setFlagsFromString('--heap-growing-percent=25');

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
leaveWorkers();
