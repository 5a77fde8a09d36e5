/** Whether a host name of a URL is the own machine, which nothing leaves. */
export function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
