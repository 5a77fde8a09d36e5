import { failure, toGraphQLError } from './errors/index.ts';
import type { SubgraphAnswer, SubgraphClient, SubgraphError, SubgraphRequest } from './execution/index.ts';
import type { Agency } from './supergraph/index.ts';

/** Answers for an agency of this process. Never rejects. */
export type InProcessAgency = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

const scheme = 'in-process:';

/** Whether an agency is answered for in this process, and nothing is sent over the network. */
export function isInProcess({ url }: Agency): boolean {
  return url.startsWith(scheme);
}

/**
 * A client that answers for the agencies whose address is `in-process:` with a name, and hands all others on. An
 * agency of a name that nobody answers for is not available.
 *
 * @param answerers - by the name in the address
 */
export function withInProcessAgencies(
  client: SubgraphClient,
  agencies: readonly Agency[],
  answerers: ReadonlyMap<string, InProcessAgency>,
): SubgraphClient {
  const here = new Map(
    agencies.filter(isInProcess).map(({ name, url }) => [name, answerers.get(url.slice(scheme.length))]),
  );
  if (here.size === 0) return client;
  const answer = async (request: SubgraphRequest): Promise<SubgraphAnswer> =>
    inTime(request, here.get(request.agency) ?? nobody);
  return {
    ...client,
    fetch: async (request) => (here.has(request.agency) ? answer(request) : client.fetch(request)),
    ask: (request, read, deliver) => {
      if (!here.has(request.agency)) return client.ask(request, read, deliver);
      const { body, ...asked } = request;
      void answer({ ...asked, variables: variablesOf(body) }).then((given) => {
        if (given.kind === 'failed') return deliver(given);
        const taken = read(written(given));
        return deliver(isRefused(taken) ? invalid(request.agency, taken.reason) : taken);
      });
    },
  };
}

const nobody: InProcessAgency = async ({ agency }) => ({
  kind: 'failed',
  failure: failure('SUBGRAPH_UNAVAILABLE', { agency }),
});

/** What takes longer than the request is no answer any more; it may still be carried out. */
async function inTime(request: SubgraphRequest, answerer: InProcessAgency): Promise<SubgraphAnswer> {
  const { agency, signal } = request;
  const late: SubgraphAnswer = { kind: 'failed', failure: failure('SUBGRAPH_TIMEOUT', { agency }) };
  if (signal.aborted) return late;
  return new Promise((resolve) => {
    const end = (): void => resolve(late);
    signal.addEventListener('abort', end, { once: true });
    void answerer(request)
      .then(resolve)
      .finally(() => signal.removeEventListener('abort', end));
  });
}

function variablesOf(body: string): Readonly<Record<string, unknown>> {
  const { variables } = JSON.parse(body) as { readonly variables?: Readonly<Record<string, unknown>> };
  return variables ?? {};
}

/** As it would come over the network. */
function written({ data, errors }: Extract<SubgraphAnswer, { readonly kind: 'answered' }>): Uint8Array {
  return Buffer.from(JSON.stringify({ data, ...(errors.length > 0 && { errors: errors.map(plain) }) }));
}

function plain({ failure: inner, ...error }: SubgraphError): object {
  return inner ? { ...error, ...toGraphQLError(inner, error) } : error;
}

function isRefused(taken: {
  readonly kind: string;
}): taken is { readonly kind: 'refused'; readonly reason: string } {
  return taken.kind === 'refused';
}

function invalid(agency: string, cause: string): Extract<SubgraphAnswer, { readonly kind: 'failed' }> {
  return { kind: 'failed', failure: failure('SUBGRAPH_ANSWER_INVALID', { agency, cause }) };
}
