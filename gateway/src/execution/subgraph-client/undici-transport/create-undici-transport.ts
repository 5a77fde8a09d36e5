import type { Transport, TransportOptions } from '../transport/index.ts';
import { UndiciExchange } from './undici-exchange.ts';
import { undici } from './undici-library.ts';

/** A transport over undici's pool. */
export function createUndiciTransport(options: TransportOptions): Transport {
  const { url, connections, authorities, maximumAnswerBytes } = options;
  const { Pool } = undici();
  const pool = new Pool(url.origin, {
    connections,
    pipelining: 1,
    ...(authorities && { connect: { ca: [...authorities] } }),
  });
  const target = { pool, path: `${url.pathname}${url.search}`, maximumAnswerBytes };
  return {
    post: (posting, listener) => new UndiciExchange(target, posting, listener),
    close: async () => pool.close(),
  };
}
