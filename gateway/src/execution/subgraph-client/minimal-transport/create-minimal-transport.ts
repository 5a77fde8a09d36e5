import type { Transport, TransportOptions } from '../transport/index.ts';
import { ConnectionPool } from './connection-pool.ts';
import { PendingExchange } from './pending-exchange.ts';
import { RequestWriter } from './request-writer.ts';

/**
 * A transport of our own, for what an agency's answer needs and no more: no redirects, no compression, no
 * upgrades, no pipelining. It costs a third of what a general client does.
 */
export function createMinimalTransport(options: TransportOptions): Transport {
  const pool = new ConnectionPool({ ...options, writer: new RequestWriter(options.url) });
  return {
    post: (posting, listener) => {
      const exchange = new PendingExchange(posting, listener);
      pool.add(exchange);
      return exchange;
    },
    close: async () => pool.close(),
  };
}
