import { connect } from 'node:net';

const emptyLine = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/**
 * One keep-alive HTTP/1.1 connection with one request on its way at a time, and no more than the benchmark needs:
 * the load generator spends as little as it can on each request, and the barest proxy is built on the same.
 */
export class HttpConnection {
  #socket;
  #received = Buffer.alloc(0);
  #waiting = null;

  /** @param {{ hostname: string, port: number }} target */
  constructor({ hostname, port }) {
    this.#socket = connect({ host: hostname, port, noDelay: true });
    this.#socket.on('data', (chunk) => this.#receive(chunk));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('The connection was closed.')));
  }

  /**
   * @param {Buffer} request a whole request, from its first line to the end of its body
   * @param {(error: Error | null, answer?: { status: number, body: Buffer }) => void} deliver
   */
  send(request, deliver) {
    this.#waiting = deliver;
    this.#socket.write(request);
  }

  close() {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #receive(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const answer = readAnswer(this.#received);
    if (answer === null) return;
    const deliver = this.#waiting;
    this.#received = Buffer.alloc(0);
    this.#waiting = null;
    deliver?.(null, answer);
  }

  #fail(error) {
    const deliver = this.#waiting;
    this.#waiting = null;
    deliver?.(error);
  }
}

/** A POST with a JSON body, as bytes. */
export function postRequest({ host, pathname }, headers, body) {
  const all = {
    host,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/** The answer that the bytes hold, or null while it is not whole. */
function readAnswer(bytes) {
  const end = bytes.indexOf(emptyLine);
  if (end === -1) return null;
  const head = bytes.latin1Slice(0, end).toLowerCase();
  const body = readBody(head, bytes.subarray(end + emptyLine.length));
  return body && { status: Number(head.slice(9, 12)), body };
}

function readBody(head, bytes) {
  const length = /\r\ncontent-length: *(\d+)/.exec(head);
  if (length !== null) return bytes.length < Number(length[1]) ? null : bytes;
  const isWhole = bytes.length >= lastChunk.length && bytes.subarray(-lastChunk.length).equals(lastChunk);
  return isWhole ? withoutChunks(bytes) : null;
}

function withoutChunks(bytes) {
  const chunks = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.latin1Slice(at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
