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

/** As engines write a resident's representation that needs no escaping. */
const plain = new RegExp(`${typeMark},"id":"([^"\\\\]*)"`, 'g');

/** Without reading the whole text where each resident is written as plainly as can be. */
function residentsInText(body: string): readonly string[] {
  if (!body.includes(typeMark)) return [];
  const found = [...body.matchAll(plain)].map(([, id = '']) => id);
  if (found.length === body.split(typeMark).length - 1) return found;
  const { variables = {} } = JSON.parse(body) as { readonly variables?: Readonly<Record<string, unknown>> };
  return residentsIn(variables);
}
