import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections on which nothing was ever received. */
export interface SilentConnections {
  readonly close: () => void;
}

/**
 * Keeps track of connections that clients open ahead of need, as browsers and pools do. Node counts them
 * as busy and would wait for them when it closes.
 */
export function trackSilentConnections(server: Server): SilentConnections {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const close = (): void => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
  return { close };
}
