import type { Socket } from 'node:net';
import { connect, isIP } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

import type { TransportOptions } from '../transport/index.ts';

/** What happens on a socket. */
export interface SocketListener {
  /** It may be written to: connected, and for https the other side's certificate is verified. */
  readonly onReady: () => void;
  /** The bytes are only good during the call. */
  readonly onBytes: (bytes: Buffer) => void;
  /** The other side sends nothing more. */
  readonly onEnd: () => void;
  readonly onClose: (error: Error | undefined) => void;
}

/** Where sockets go. */
export type SocketTarget = Pick<TransportOptions, 'url' | 'authorities'>;

/** One for all sockets: what is read is taken out before the next read. */
const readBuffer = Buffer.allocUnsafeSlow(262_144);

/** Opens a socket to the host of an address. */
export function openSocket(target: SocketTarget, listener: SocketListener): Socket {
  const socket =
    target.url.protocol === 'https:' ? openSecure(target, listener) : openPlain(target, listener);
  let error: Error | undefined;
  socket.on('end', listener.onEnd);
  socket.on('error', (thrown) => (error = thrown));
  socket.on('close', () => listener.onClose(error));
  return socket;
}

function openPlain({ url }: SocketTarget, { onReady, onBytes }: SocketListener): Socket {
  const callback = (size: number): boolean => {
    onBytes(readBuffer.subarray(0, size));
    return true;
  };
  const onread = { buffer: readBuffer, callback };
  const socket = connect({ host: hostOf(url), port: portOf(url, 80), noDelay: true, onread });
  return socket.once('connect', onReady);
}

function openSecure({ url, authorities }: SocketTarget, { onReady, onBytes }: SocketListener): Socket {
  const host = hostOf(url);
  const socket = connectSecurely({
    host,
    port: portOf(url, 443),
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
    ...(isIP(host) === 0 && { servername: host }),
    ...(authorities && { ca: [...authorities] }),
  });
  return socket.setNoDelay(true).on('data', onBytes).once('secureConnect', onReady);
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function portOf({ port }: URL, usual: number): number {
  return port === '' ? usual : Number(port);
}
