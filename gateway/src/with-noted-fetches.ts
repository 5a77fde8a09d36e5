import { AskedAgencies } from './authorization/index.ts';
import type { SubgraphClient } from './execution/index.ts';

/**
 * A client that takes note of every fetch before it leaves, for requests whose disclosures are recorded: the agency,
 * and the residents among its representations.
 */
export function withNotedFetches(client: SubgraphClient): SubgraphClient {
  return {
    ...client,
    fetch: async (request) => {
      askedIn(request.context)?.note(request.agency, residentsIn(request.variables));
      return client.fetch(request);
    },
    ask: (request, read, deliver) => {
      askedIn(request.context)?.note(request.agency, residentsInText(request.body));
      client.ask(request, read, deliver);
    },
  };
}

/** The context comes from this process; to the engine it is opaque. */
function askedIn(context: unknown): AskedAgencies | null {
  if (typeof context !== 'object' || context === null || !('asked' in context)) return null;
  return context.asked instanceof AskedAgencies ? context.asked : null;
}

const residentType = 'Resident';

function residentsIn({ representations }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(representations)) return [];
  return (representations as readonly unknown[]).flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [];
    const { __typename: type, id } = each as Readonly<Record<string, unknown>>;
    return type === residentType && typeof id === 'string' ? [id] : [];
  });
}

const typeMark = `"__typename":"${residentType}"`;

/** What follows it where engines write the representation of a resident whose id needs no escaping. */
const idMark = ',"id":"';

/** Without reading the whole text where each resident is written as plainly as can be. */
function residentsInText(body: string): readonly string[] {
  const found: string[] = [];
  for (let at = body.indexOf(typeMark); at !== -1; at = body.indexOf(typeMark, at)) {
    at += typeMark.length;
    const start = at + idMark.length;
    const end = body.startsWith(idMark, at) ? body.indexOf('"', start) : -1;
    const id = body.slice(start, end);
    if (end === -1 || id.includes('\\')) return residentsWritten(body);
    found.push(id);
  }
  return found;
}

function residentsWritten(body: string): readonly string[] {
  const { variables = {} } = JSON.parse(body) as { readonly variables?: Readonly<Record<string, unknown>> };
  return residentsIn(variables);
}
