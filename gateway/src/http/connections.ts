import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of a server. */
export interface Connections {
  /**
   * Ends those on which nothing was ever received. Browsers and pools open them ahead of need; Node counts
   * them as busy and would wait for them when it closes.
   */
  readonly closeSilent: () => void;
  /** Resolves when none is open, and at the latest after this time. */
  readonly emptied: (milliseconds: number) => Promise<void>;
}

/** Keeps track of the connections of a server. */
export function trackConnections(server: Server): Connections {
  const open = new Set<Socket>();
  let onEmpty: (() => void) | undefined;
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) onEmpty?.();
    });
  });
  const closeSilent = (): void => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
  const emptied = async (milliseconds: number): Promise<void> => {
    if (open.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      onEmpty = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };
  return { closeSilent, emptied };
}
