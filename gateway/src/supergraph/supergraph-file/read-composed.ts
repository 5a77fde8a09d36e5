import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { GraphQLError } from 'graphql';

import type { CompositionProblem } from '../composition.ts';
import type { Supergraph } from '../supergraph.ts';
import { supergraphOf } from '../supergraph.ts';

/**
 * Works out what clients see of a composed supergraph.
 *
 * @throws GraphQLError, or what looks like one after it has passed between threads, if the text is not a supergraph
 */
export type ReadApi = (sdl: string) => Promise<string>;

/** A supergraph that somebody composed already, or what is wrong with it; `not-composed` for any other file. */
export type ComposedRead =
  | { readonly kind: 'not-composed' }
  | { readonly kind: 'composed'; readonly supergraph: Supergraph; readonly files: readonly string[] }
  | {
      readonly kind: 'refused';
      readonly problems: readonly CompositionProblem[];
      readonly files: readonly string[];
    };

/**
 * Reads a composed supergraph (https://specs.apollo.dev/join/v0.5), as `compose`, Rover and other registries
 * write it. It is known by its name, `.graphql` or `.graphqls`, or by its content: the enum of its subgraphs.
 */
export async function readComposed(name: string, readApi: ReadApi): Promise<ComposedRead> {
  const file = resolve(name);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (!isComposed(file, text)) return { kind: 'not-composed' };
  if (text === undefined) return refused(file, `${file} cannot be read.`);
  try {
    return withAddresses(file, supergraphOf(text, await readApi(text)));
  } catch (thrown) {
    const line = lineOf(thrown);
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return refused(file, `This is not a composed supergraph: ${reason}`, line);
  }
}

function lineOf(thrown: unknown): number | undefined {
  if (thrown instanceof GraphQLError) return thrown.locations?.[0]?.line;
  return thrown instanceof Error && 'line' in thrown ? Number(thrown.line) : undefined;
}

function isComposed(file: string, text: string | undefined): boolean {
  return /\.graphqls?$/.test(file) || /^\s*enum\s+join__Graph\b/m.test(text ?? '');
}

function withAddresses(file: string, supergraph: Supergraph): ComposedRead {
  const { agencies } = supergraph;
  if (agencies.length === 0) return refused(file, 'The enum join__Graph names no subgraph.');
  const without = agencies.filter(({ url }) => !isAnswerable(url));
  const names = without.map(({ name }) => `"${name}"`).join(', ');
  if (without.length > 0)
    return refused(file, `No http or https address stands in @join__graph(url:) of ${names}.`);
  return { kind: 'composed', supergraph, files: [file] };
}

/** Over the network, or by the gateway itself (`in-process:…`). */
function isAnswerable(url: string): boolean {
  return URL.canParse(url) && /^(https?|in-process):$/.test(new URL(url).protocol);
}

function refused(file: string, message: string, line?: number): ComposedRead {
  const place = line === undefined ? file : `${file}:${line}`;
  return { kind: 'refused', files: [file], problems: [{ code: 'SUPERGRAPH_UNREADABLE', message, place }] };
}
