import type { FetchGuard, SubgraphAnswer, SubgraphRequest } from '../../execution/index.ts';
import { MergedSelections } from '../pruning/index.ts';
import type { AskedFetch } from './compile-fetch.ts';
import { guardEntities } from './guard-entities.ts';
import type { GuardOptions } from './guard-options.ts';
import type { ResidentDesk } from './resident-desk.ts';
import { requestFor } from './request-for.ts';
import { withhold } from './withhold.ts';

/**
 * Stands between the engine and the agencies of one request.
 *
 * 1. A fetch of which nothing depends on residents passes.
 * 2. A fetch that names its residents is sent for those for whom something is permitted, and asks for them what is.
 * 3. A fetch that finds residents asks for their ids besides, and what isn't permitted goes no further than here.
 */
export function createGuard(options: GuardOptions): FetchGuard {
  return {
    fetch: async (request, ask) => {
      const fetch = options.fetches.find(request.agency, request.query);
      if (fetch.asked === null) return ask(request);
      return fetch.isOfEntities
        ? guardEntities({ ...options, request, fetch, asked: fetch.asked, ask })
        : guardFound(request, fetch.asked, ask, options.desk);
    },
  };
}

async function guardFound(
  request: SubgraphRequest,
  asked: AskedFetch,
  ask: (changed: SubgraphRequest) => Promise<SubgraphAnswer>,
  desk: ResidentDesk,
): Promise<SubgraphAnswer> {
  const answer = await ask(requestFor(request, asked));
  if (answer.kind === 'failed' || !isObject(answer.data)) return answer;
  const selections = new MergedSelections([asked.selections], request.variables);
  const place = { value: answer.data, selections, resident: null, path: null };
  const { values, errors } = await withhold([place], answer.errors, {
    hidden: asked.hidden,
    variables: request.variables,
    desk,
  });
  return { kind: 'answered', data: values[0], errors };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
