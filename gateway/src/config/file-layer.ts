import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import type { Document } from 'yaml';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';

import type { ConfigOption } from './config-options.ts';
import type { ConfigProblem } from './config-problem.ts';
import type { Layer, Sourced } from './layers.ts';

/** What a file gives: values with the place of each, and what keeps it from being read. */
export interface FileReading {
  readonly layer: Layer;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads a YAML or JSON file (JSON is YAML) of sections with keys.
 *
 * 1. Read and parse; every syntax error is a problem with its line.
 * 2. Flatten `section: { name: value }` into `section.name`, each with its place.
 * 3. Let relative paths count from the file's folder.
 */
export function fileLayer(file: string, options: readonly ConfigOption[]): FileReading {
  const text = readText(file);
  if (text === null)
    return refused(file, 'The file cannot be read.', 'Give the path of a YAML or JSON file.');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const placeOf = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const syntax = document.errors[0];
  if (syntax)
    return refused(
      placeOf(syntax.pos[0]),
      'The file is neither YAML nor JSON.',
      'Correct the syntax on this line.',
    );
  return { layer: resolvePaths(flatten(document, placeOf, file), file, options), problems: [] };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function refused(source: string, message: string, remedy: string): FileReading {
  return { layer: new Map(), problems: [{ key: 'configuration file', source, message, remedy }] };
}

function flatten(document: Document.Parsed, placeOf: (offset: number) => string, file: string): Layer {
  const found = new Map<string, Sourced>();
  const visit = (node: unknown, path: readonly string[]): void => {
    if (!isMap(node) || path.length === 2) {
      if (path.length > 0)
        found.set(path.join('.'), { value: plain(node, document), source: sourceOf(node) });
      return;
    }
    for (const { key, value } of node.items)
      visit(value ?? key, [...path, isScalar(key) ? String(key.value) : '?']);
  };
  const sourceOf = (node: unknown): string => (isNode(node) && node.range ? placeOf(node.range[0]) : file);
  visit(document.contents, []);
  return found;
}

function plain(node: unknown, document: Document.Parsed): unknown {
  return isNode(node) ? node.toJS(document) : node;
}

function resolvePaths(layer: Layer, file: string, options: readonly ConfigOption[]): Layer {
  const paths = new Set(options.filter((option) => option.isPath).map((option) => option.key));
  const entries = [...layer].map(([key, { value, source }]): [string, Sourced] => {
    const isRelative = paths.has(key) && typeof value === 'string' && value !== '';
    return [key, { value: isRelative ? resolve(dirname(file), value) : value, source }];
  });
  return new Map(entries);
}
