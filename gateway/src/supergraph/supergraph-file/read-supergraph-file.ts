import { readFile } from 'node:fs/promises';

import type { Document } from 'yaml';
import { isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

import type { CompositionProblem } from '../composition.ts';
import { expandEnvironment } from './expand-environment.ts';
import type { SupergraphFile } from './supergraph-file-schema.ts';
import { supergraphFileSchema } from './supergraph-file-schema.ts';

/** The file's content, or everything that is wrong with it. */
export type SupergraphFileRead =
  | { readonly kind: 'read'; readonly content: SupergraphFile; readonly placeOf: PlaceOf }
  | { readonly kind: 'refused'; readonly problems: readonly CompositionProblem[] };

/** The `file:line` of a key of the file. */
export type PlaceOf = (path: readonly PropertyKey[]) => string;

/** Reads and checks supergraph.yaml; every problem names the file, the line and the key. */
export async function readSupergraphFile(
  file: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<SupergraphFileRead> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return refused([unreadable(`${file} cannot be read.`, file)]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems = [
    ...syntaxProblems(document, file),
    ...expansionProblems(document, file, lines, environment),
  ];
  return problems.length > 0 ? refused(problems) : checked(document, placesOf(document, file, lines));
}

function checked(document: Document, placeOf: PlaceOf): SupergraphFileRead {
  const result = supergraphFileSchema.safeParse(document.toJS());
  if (result.success) return { kind: 'read', content: result.data, placeOf };
  return refused(result.error.issues.map((issue) => keyProblem(issue, placeOf)));
}

function syntaxProblems(document: Document, file: string): readonly CompositionProblem[] {
  return document.errors.map((error) => {
    const [summary = ''] = error.message.split('\n');
    return unreadable(
      `${file} is not YAML: ${summary.replace(/:$/, '')}`,
      `${file}:${error.linePos?.[0].line ?? 1}`,
    );
  });
}

function expansionProblems(
  document: Document,
  file: string,
  lines: LineCounter,
  environment: NodeJS.ProcessEnv,
): readonly CompositionProblem[] {
  const problems: CompositionProblem[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const expansion = expandEnvironment(node.value, environment);
      if (expansion.kind === 'expanded') node.value = expansion.text;
      else problems.push(...unknownExpressions(expansion.expressions, file, lineOf(node.range, lines)));
    },
  });
  return problems;
}

function unknownExpressions(
  expressions: readonly string[],
  file: string,
  line: number,
): readonly CompositionProblem[] {
  return expressions.map((text) =>
    unreadable(
      `${text} has no value: set the environment variable, or give a default as in \${env.NAME:-default}.`,
      `${file}:${line}`,
    ),
  );
}

function keyProblem(issue: z.core.$ZodIssue, placeOf: PlaceOf): CompositionProblem {
  const key = issue.path.map(String).join('.') || '(the whole file)';
  return unreadable(`${key}: ${issue.message}.`.replace('..', '.'), placeOf(issue.path));
}

function placesOf(document: Document, file: string, lines: LineCounter): PlaceOf {
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) || isScalar(node)) return `${file}:${lineOf(node.range, lines)}`;
    }
    return `${file}:1`;
  };
}

function lineOf(range: readonly [number, number, number] | null | undefined, lines: LineCounter): number {
  return lines.linePos(range?.[0] ?? 0).line;
}

function unreadable(message: string, place: string): CompositionProblem {
  return { code: 'SUPERGRAPH_UNREADABLE', message, place };
}

function refused(problems: readonly CompositionProblem[]): SupergraphFileRead {
  return { kind: 'refused', problems };
}
