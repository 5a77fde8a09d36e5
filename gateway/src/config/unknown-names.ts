import type { ConfigOption } from './config-options.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { Layer } from './layers.ts';
import { nearestName } from './nearest-name.ts';

/** Keys of a file that the configuration doesn't have. */
export function unknownKeys(layer: Layer, options: readonly ConfigOption[]): ConfigProblem[] {
  const known = options.map(({ key }) => key);
  const sections = new Set(known.map((key) => key.split('.')[0]));
  return [...layer]
    .filter(([key, { value }]) => !known.includes(key) && !(value === null && sections.has(key)))
    .map(([key, { source }]) => unknown(key, source, 'There is no such key.', nearestName(key, known)));
}

const prefix = 'RESIDENT_GRAPH_';

/**
 * Environment variables that look like ours and are none. Only those near a name that we know: orchestrators
 * put variables of their own beside ours (Kubernetes: RESIDENT_GRAPH_SERVICE_HOST for a service of that name).
 */
export function unknownVariables(
  environment: Readonly<Record<string, string | undefined>>,
  options: readonly ConfigOption[],
): ConfigProblem[] {
  const known = options.map((option) => option.environment);
  const ours = known.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix) && !known.includes(name))
    .map((name) => ({ name, nearest: nearestName(name.slice(prefix.length), ours) }))
    .filter(({ nearest }) => nearest !== null)
    .map(({ name, nearest }) =>
      unknown(name, 'environment', 'There is no such variable.', `${prefix}${nearest}`),
    );
}

function unknown(key: string, source: string, message: string, nearest: string | null): ConfigProblem {
  const remedy = nearest === null ? 'Take it away.' : `Did you mean ${nearest}?`;
  return { key, source, message, remedy };
}
