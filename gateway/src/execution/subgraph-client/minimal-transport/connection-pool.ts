import { Connection } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';
import type { PendingExchange } from './pending-exchange.ts';

/** How many connections there may be, and what they are made from. */
export interface PoolOptions extends Omit<ConnectionOptions, 'onFree' | 'onGone'> {
  readonly connections: number;
}

const sweepMilliseconds = 1000;

/** The connections to one agency, and the exchanges that wait for one. */
export class ConnectionPool {
  readonly #options: PoolOptions;
  readonly #open = new Set<Connection>();
  /** Free connections, the one used last at the end: it is the one that is kept alive the surest. */
  readonly #free: Connection[] = [];
  /** In their order. Not a Set: V8 links the tables that one has outgrown, and an old one keeps all after it. */
  readonly #waiting: PendingExchange[] = [];
  readonly #sweeper: NodeJS.Timeout;
  #onEmpty: (() => void) | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#sweeper = setInterval(() => this.#sweep(), sweepMilliseconds).unref();
  }

  add(exchange: PendingExchange): void {
    if (this.#onEmpty) return exchange.fail(new Error('The client is closed.'));
    const connection = this.#takeFree() ?? this.#openAnother();
    if (connection) return connection.send(exchange);
    exchange.onCancel = () => without(this.#waiting, exchange);
    this.#waiting.push(exchange);
  }

  /** Resolves when what has begun is done. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    const emptied = new Promise<void>((resolve) => (this.#onEmpty = resolve));
    for (const connection of this.#free.splice(0)) connection.close();
    this.#tellIfEmpty();
    await emptied;
  }

  #takeFree(): Connection | undefined {
    const now = performance.now();
    let connection = this.#free.pop();
    while (connection && connection.idleUntil <= now) {
      connection.close();
      connection = this.#free.pop();
    }
    return connection;
  }

  #openAnother(): Connection | undefined {
    if (this.#open.size >= this.#options.connections) return undefined;
    const connection = new Connection({ ...this.#options, onFree: this.#onFree, onGone: this.#onGone });
    this.#open.add(connection);
    return connection;
  }

  readonly #onFree = (connection: Connection): void => {
    const next = this.#waiting.shift();
    if (next) connection.send(next);
    else if (this.#onEmpty) connection.close();
    else this.#free.push(connection);
  };

  readonly #onGone = (connection: Connection, unsent: PendingExchange | undefined): void => {
    this.#open.delete(connection);
    without(this.#free, connection);
    const next = unsent ?? this.#waiting.shift();
    if (unsent) unsent.mayRepeat = false;
    if (next) this.#openAnother()?.send(next);
    this.#tellIfEmpty();
  };

  #sweep(): void {
    const now = performance.now();
    const stale = this.#free.filter(({ idleUntil }) => idleUntil <= now);
    for (const connection of stale) connection.close();
  }

  #tellIfEmpty(): void {
    if (this.#open.size === 0) this.#onEmpty?.();
  }
}

function without<Item>(list: Item[], item: Item): void {
  const place = list.indexOf(item);
  if (place !== -1) list.splice(place, 1);
}
