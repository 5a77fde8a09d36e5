import { connect } from 'node:net';

/** A connection on which a test says what no HTTP client would. */
export interface RawConnection {
  /** Sends text; more of the same request, or of the next one. */
  readonly send: (text: string) => void;
  /** Resolves when a text has come. */
  readonly heard: (text: string) => Promise<void>;
  /** Everything that came, once the other side has closed. */
  readonly received: Promise<string>;
  readonly close: () => void;
}

/** Opens a connection to a gateway. */
export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const received = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(chunks).toString()));
  });
  const heard = async (text: string): Promise<void> =>
    new Promise((resolve) => {
      socket.on('data', () => {
        if (Buffer.concat(chunks).includes(text)) resolve();
      });
    });
  socket.on('error', () => undefined);
  return { send: (text) => void socket.write(text), heard, received, close: () => void socket.destroy() };
}
