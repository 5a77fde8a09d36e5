import type { Agency } from '../../supergraph/index.ts';
import type { WrittenRequest } from './subgraph-client.ts';

/** Proves to agencies who asks: the headers that a request carries besides the usual ones. */
export interface RequestSigner {
  /**
   * Called once for each time that a request is sent, right before it, because a signature counts once.
   *
   * @param body - the bytes that are sent, as UTF-8 where it is text
   * @returns names and values, in ASCII
   */
  readonly headersFor: (
    request: Omit<WrittenRequest, 'body'>,
    agency: Agency,
    body: string | Uint8Array,
  ) => Readonly<Record<string, string>>;
}
