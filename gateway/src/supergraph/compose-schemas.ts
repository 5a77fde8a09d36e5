import { composeServices } from '@apollo/composition';
import type { DocumentNode } from 'graphql';
import { GraphQLError, parse, Source } from 'graphql';

import { apiSdlOf } from './api-sdl.ts';
import type { CompositionProblem } from './composition.ts';
import { compositionProblem } from './composition-problem.ts';
import type { SubgraphSchema } from './supergraph-file/index.ts';

/** What composing came to, in a form that can pass between threads. */
export type ComposedSchemas =
  | {
      readonly kind: 'composed';
      readonly sdl: string;
      /** What clients see of it. */
      readonly apiSdl: string;
      readonly hints: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly CompositionProblem[] };

/** Composes schemas by the rules of federation 2. Blocks its thread. */
export function composeSchemas(subgraphs: readonly SubgraphSchema[]): ComposedSchemas {
  const parsed = subgraphs.map(parseSchema);
  const broken = parsed.filter((schema) => 'code' in schema);
  if (broken.length > 0) return { kind: 'refused', problems: broken };
  return compose(parsed.filter((schema) => 'typeDefs' in schema));
}

interface ParsedSchema {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

function compose(services: readonly ParsedSchema[]): ComposedSchemas {
  try {
    const result = composeServices([...services]);
    if (result.errors === undefined) {
      const { supergraphSdl: sdl, hints } = result;
      return { kind: 'composed', sdl, apiSdl: apiSdlOf(sdl, false), hints: hints.map(String) };
    }
    return { kind: 'refused', problems: result.errors.map((error) => compositionProblem(error, services)) };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: 'refused', problems: [{ code: 'COMPOSITION_FAILED', message }] };
  }
}

function parseSchema({ name, url, file, sdl }: SubgraphSchema): ParsedSchema | CompositionProblem {
  try {
    return { name, url, typeDefs: parse(new Source(sdl, file)) };
  } catch (thrown) {
    return syntaxProblem(name, file, thrown);
  }
}

/** Besides syntax errors there is a text that nests deeper than the parser can follow. */
function syntaxProblem(subgraph: string, file: string, error: unknown): CompositionProblem {
  const line = error instanceof GraphQLError ? error.locations?.[0]?.line : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `[${subgraph}] ${reason}`;
  return { code: 'SCHEMA_UNREADABLE', message, subgraph, place: `${file}:${line ?? 1}` };
}
