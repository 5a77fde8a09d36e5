import { createRequire } from 'node:module';

import type knex from 'knex';

import type { Dialect } from './dialect.ts';

type ClientClass = new (configuration: knex.Knex.Config) => BindingClient;

interface BindingClient extends knex.Knex.Client {
  prepBindings(bindings: readonly unknown[]): unknown[];
}

const load = createRequire(import.meta.url);

/**
 * knex's client of a dialect with our way of binding values. A class of its own, because knex makes the client
 * of a transaction from the class and not from the instance.
 */
export function bindingClient(dialect: Dialect): typeof knex.Knex.Client {
  const Client = load(dialect.client) as ClientClass;
  const { binding = null } = dialect;
  if (binding === null) return Client as typeof knex.Knex.Client;
  const bind = binding;
  class AlikeClient extends Client {
    override prepBindings(bindings: readonly unknown[] = []): unknown[] {
      return bindings.map((value) => bind(value));
    }
  }
  return AlikeClient as typeof knex.Knex.Client;
}
