import { readFile } from 'node:fs/promises';

import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';

/** One thing that is wrong with a file. */
export interface FileFault {
  readonly message: string;
  /** `file:line`, or the file alone if it could not be read. */
  readonly place: string;
}

/** What a file says, or everything that is wrong with it. */
export type YamlRead<Value> =
  | {
      readonly kind: 'read';
      readonly value: Value;
      /** The `file:line` of a key or list element. */
      readonly placeOf: (path: readonly PropertyKey[]) => string;
    }
  | { readonly kind: 'refused'; readonly faults: readonly FileFault[] };

/** Reads a file as {@link readYaml} reads its text. */
export async function readYamlFile<Value>(file: string, schema: z.ZodType<Value>): Promise<YamlRead<Value>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined
    ? refused([fault('The file cannot be read.', file)])
    : readYaml(file, text, schema);
}

/**
 * Reads a text of YAML 1.2 (core schema, one document, no aliases: whoever reviews it reads each value where it
 * stands) and checks it against a schema. Every fault names the line and the key.
 */
export function readYaml<Value>(file: string, text: string, schema: z.ZodType<Value>): YamlRead<Value> {
  const document = valueOf(file, text);
  if (document.kind === 'refused') return document;
  const placeOf = (path: readonly PropertyKey[]) => `${file}:${lineOf(text, path)}`;
  const result = schema.safeParse(document.value);
  if (result.success) return { kind: 'read', value: result.data, placeOf };
  return refused(result.error.issues.map((issue) => faultOf(issue, placeOf)));
}

function valueOf(file: string, text: string): { kind: 'value'; value: unknown } | YamlRead<never> {
  try {
    return { kind: 'value', value: load(text, { schema: CORE_SCHEMA, maxAliases: 0 }) };
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    return refused([
      fault(`The file is not YAML: ${thrown.reason}.`, `${file}:${(thrown.mark?.line ?? 0) + 1}`),
    ]);
  }
}

function faultOf(issue: z.core.$ZodIssue, placeOf: (path: readonly PropertyKey[]) => string): FileFault {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return fault(`${issue.path.join('.') || 'The file'}: ${issue.message}.`, placeOf(path));
}

/**
 * The line of a key or list element, or of the nearest thing around it that there is. It takes a second, slower
 * parser that keeps places, and is asked only of files that are refused.
 */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const starts = path.map((_, index) => startOf(document, path.slice(0, path.length - index)));
  return lines.linePos(starts.find((start) => start !== undefined) ?? 0).line;
}

function startOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  const key = isMap(parent)
    ? parent.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === last)
    : undefined;
  const node = key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function fault(message: string, place: string): FileFault {
  return { message, place };
}

function refused(faults: readonly FileFault[]): {
  readonly kind: 'refused';
  readonly faults: readonly FileFault[];
} {
  return { kind: 'refused', faults };
}
