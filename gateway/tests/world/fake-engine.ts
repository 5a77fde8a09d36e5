import type { DocumentNode } from 'graphql';
import { buildSchema, execute, getOperationAST } from 'graphql';

import type { ExecutionRequest, Executor, PlannedOperation } from '../../src/execution/index.ts';
import type { Supergraph, SupergraphSource } from '../../src/supergraph/index.ts';

const sdl = `
  type Query { greeting(name: String = "world"): String, resident(id: ID!): Resident, fails: String, wait: String, find(by: Search!): String, count(of: [Int]): Int }
  type Mutation { rename(to: String!): String }
  type Resident { id: ID!, name: String, household: [Resident!] }
  input Search { ssn: String, year: Int, inner: Search }
`;

/** A small supergraph whose id tells versions apart. */
export function smallSupergraph(id = 'first', extra = ''): Supergraph {
  const apiSchema = buildSchema(sdl + extra);
  return { id, sdl, apiSchema, fullSchema: apiSchema, agencies: [] };
}

/** A source whose changes the test makes. */
export interface FakeSource extends SupergraphSource {
  readonly change: (next: Supergraph) => Promise<void>;
  readonly isClosed: () => boolean;
}

export function fakeSource(first: Supergraph = smallSupergraph()): FakeSource {
  const listeners: ((next: Supergraph) => Promise<void>)[] = [];
  let current = first;
  let closed = false;
  return {
    get current() {
      return current;
    },
    onChange: (listener) => void listeners.push(listener),
    change: async (next) => {
      await Promise.all(listeners.map(async (listener) => listener(next)));
      current = next;
    },
    close: async () => void (closed = true),
    isClosed: () => closed,
  };
}

/** An engine over graphql-js, with gates that tests open, and a record of what it was asked. */
export interface FakeEngine {
  readonly open: (supergraph: Supergraph) => Promise<Executor>;
  readonly planned: string[];
  readonly requests: ExecutionRequest[];
  /** Ids of the supergraphs whose executors were closed. */
  readonly closed: string[];
  /** Lets `wait` fields end. */
  readonly release: () => void;
  /** Resolves when a `wait` field has begun. */
  readonly waiting: Promise<void>;
}

interface FakePlan extends PlannedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
}

export function fakeEngine(): FakeEngine {
  const planned: string[] = [];
  const requests: ExecutionRequest[] = [];
  const closed: string[] = [];
  const gate = signal();
  const begun = signal();
  const root = {
    greeting: ({ name }: { name: string }) => `Hello, ${name}`,
    resident: ({ id }: { id: string }) => ({ id, name: 'Ada' }),
    fails: () => {
      throw new Error('secret text of a database');
    },
    wait: async () => {
      begun.open();
      await gate.opened;
      return 'done';
    },
    find: () => 'found',
    rename: ({ to }: { to: string }) => to,
  };
  const open = async (supergraph: Supergraph): Promise<Executor> => {
    const run: Executor['execute'] = async (plan, request) => {
      requests.push(request);
      const { document, operationName } = plan as FakePlan;
      return execute({
        schema: supergraph.apiSchema,
        document,
        operationName,
        rootValue: { ...root, version: supergraph.id },
        variableValues: request.variables,
      });
    };
    return {
      plan: async ({ document, operationName, key }) => {
        planned.push(key);
        const operation = getOperationAST(document, operationName);
        if (!operation) throw new Error('no operation');
        return { operation, fetches: [], document, operationName } as FakePlan;
      },
      execute: run,
      executeAsText: run,
      close: async () => void closed.push(supergraph.id),
    };
  };
  return { open, planned, requests, closed, release: gate.open, waiting: begun.opened };
}

function signal(): { readonly open: () => void; readonly opened: Promise<void> } {
  const opener: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => {
    opener.open = resolve;
  });
  return { open: () => opener.open?.(), opened };
}
