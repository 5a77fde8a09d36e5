const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: '--port: another program listens there. Choose another port, as in --port 4199.',
  EACCES: '--port: only an administrator may listen there. Choose one from 1024 on, as in --port 4199.',
  EADDRNOTAVAIL: '--host: this machine has no such address.',
  ENOTFOUND: '--host: this machine has no such address.',
  EAI_AGAIN: '--host: no name server answers for it. Give an address, as in --host 127.0.0.1.',
};

/** Why a server cannot listen, with the option that is at fault; null where the error is about something else. */
export function listenProblem(error: unknown): Error | null {
  const { code = '' } = error as Partial<NodeJS.ErrnoException>;
  const remedy = Object.hasOwn(remedies, code) ? remedies[code] : undefined;
  return remedy === undefined ? null : new Error(remedy);
}
