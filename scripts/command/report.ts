/** Says how it goes on standard error, so that the figures on standard output can be piped. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}
