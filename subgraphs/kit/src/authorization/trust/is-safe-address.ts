const thisMachine: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether what travels to an address can't be read or exchanged on the way: https, or http within this machine. */
export function isSafeAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && thisMachine.includes(hostname));
}
