import type { IncomingHttpHeaders } from 'node:http';

/** One JSON document to be posted to an agency. */
export interface Posting {
  readonly body: string;
  readonly requestId: string;
  /** Whether it does no harm to send it twice: a query, not a mutation. */
  readonly isRepeatable: boolean;
  /** Makes further headers each time that the posting is sent, so that what may be used once is used once. */
  readonly sign?: (() => Readonly<Record<string, string>>) | undefined;
}

/** A whole answer: its framing was right and its body is all there. Nothing else of it has been checked. */
export interface Received {
  readonly status: number;
  readonly headers: Pick<IncomingHttpHeaders, 'content-type' | 'content-encoding'>;
  /** Only good until the listener returns: the bytes may stand in a buffer that is used again. */
  readonly body: Uint8Array;
}

/** Who waits for an answer: callbacks, because there may be thousands at once. One of them is called, once. */
export interface AnswerListener {
  readonly onAnswer: (received: Received) => void;
  /** @param reason - AnswerTooLarge, what it was cancelled for, or what went wrong */
  readonly onFailure: (reason: Error) => void;
}

/** A posting that is on its way. */
export interface Exchange {
  /** Gives up waiting at once, which is a failure for this reason; the connection is not used again. */
  readonly cancel: (reason: Error) => void;
}

/**
 * Posts to one agency over HTTP/1.1, on kept-alive connections, no more of them than are allowed; what finds
 * none free waits. A repeatable posting whose connection turns out to have been closed by the agency before
 * any byte of the answer came is sent once more.
 */
export interface Transport {
  readonly post: (posting: Posting, listener: AnswerListener) => Exchange;
  /** Lets what has begun finish, then closes all connections. */
  readonly close: () => Promise<void>;
}

/** What a transport is made from. */
export interface TransportOptions {
  readonly url: URL;
  readonly connections: number;
  readonly maximumAnswerBytes: number;
  /** PEM texts of the certificate authorities that are trusted for https, in place of the usual ones. */
  readonly authorities?: readonly string[];
}
