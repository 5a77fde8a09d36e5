/** `npm test`: runs Jest with the arguments given, and says at the end which databases were left out. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
/** What the kit's `eachDialect` says of databases that do not answer. */
const notice = /^Left out, not on this machine: (?<names>.+)$/;

const child = spawn(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)],
  {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, ...(process.stderr.isTTY ? { FORCE_COLOR: '1' } : {}) },
  },
);
const leftOut = new Set<string>();
const lines = createInterface({ input: child.stderr });
lines.on('line', (line) => {
  const names = notice.exec(line)?.groups?.['names'];
  if (names === undefined) process.stderr.write(`${line}\n`);
  else for (const name of names.split(', ')) leftOut.add(name);
});
const [[code]] = (await Promise.all([once(child, 'exit'), once(lines, 'close')])) as [
  [number | null],
  unknown,
];
process.stderr.write(
  leftOut.size === 0
    ? 'Databases: none left out.\n'
    : `Databases left out, because they do not answer on this machine: ${[...leftOut].join(', ')}.\n`,
);
process.exitCode = code ?? 1;
