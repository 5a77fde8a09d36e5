/** A text with its `${env.NAME}` expanded, or the expressions in it that cannot be. */
export type Expansion =
  | { readonly kind: 'expanded'; readonly text: string }
  | { readonly kind: 'unknown'; readonly expressions: readonly string[] };

const expression = /\$\{([^${}]*)\}/g;

/**
 * Expands `${env.NAME}` and `${env.NAME:-default}` as Rover does in supergraph.yaml
 * (https://www.apollographql.com/docs/rover/commands/supergraphs#using-environment-variables): a variable
 * that is not set takes the default, and without a default it is an error.
 *
 * @example expandEnvironment('http://${env.HOST:-127.0.0.1}:4101/graphql', {})
 */
export function expandEnvironment(text: string, environment: NodeJS.ProcessEnv): Expansion {
  const unknown: string[] = [];
  const expanded = text.replace(expression, (whole, inner: string) => {
    const value = valueOf(inner, environment);
    if (value === undefined) unknown.push(whole);
    return value ?? whole;
  });
  return unknown.length > 0
    ? { kind: 'unknown', expressions: unknown }
    : { kind: 'expanded', text: expanded };
}

function valueOf(inner: string, environment: NodeJS.ProcessEnv): string | undefined {
  const [name = '', ...rest] = inner.split(':-');
  if (!name.startsWith('env.')) return undefined;
  return environment[name.slice('env.'.length)] ?? (rest.length > 0 ? rest.join(':-') : undefined);
}
