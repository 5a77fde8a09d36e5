import { createHash } from 'node:crypto';

import { parse } from 'graphql';

import type { Category } from '../categories/index.ts';
import type { Label } from '../labels/index.ts';
import { argumentRequirements } from './argument-requirements.ts';
import { all, everybody } from './dnf.ts';
import { internRequirements } from './intern-requirements.ts';
import { keyFields } from './key-fields.ts';
import { labelReader } from './label-reader.ts';
import type { OwnLabels } from './own-labels.ts';
import { ownLabels } from './own-labels.ts';
import type { RequiredInput } from './required-inputs.ts';
import { requiredInputs } from './required-inputs.ts';
import type { AgencyDisclosure, FieldRequirement, Requirements } from './requirements.ts';
import { supergraphNames } from './supergraph-names.ts';
import { supergraphTypes } from './supergraph-types.ts';

/**
 * Compiles the rule table of a supergraph.
 *
 * 1. Each field's own label (`ownLabels`).
 * 2. Its inputs by `@requires` and `@fromContext`, and theirs, and so on: whoever is shown the field is shown what
 *    it was made of, so their labels are added; each is a disclosure from agency to agency as well.
 * 3. Equal requirements become one.
 *
 * @param sdl - of a composed supergraph
 * @param catalogue - the data categories, which say what arguments tell of
 * @throws GraphQLError if it is none
 */
export function compileRequirements(sdl: string, catalogue: readonly Category[]): Requirements {
  const document = parse(sdl, { noLocation: true });
  const names = supergraphNames(document);
  const types = supergraphTypes(document);
  const labels = ownLabels(types, keyFields(types, names), labelReader(names));
  const inputs = requiredInputs(document, types, names);
  const { intern, interned } = internRequirements();
  const coordinates = [...types.values()].flatMap(({ name, fields }) =>
    [...fields.keys()].map((field) => `${name}.${field}`),
  );
  const requirements = new Map<string, FieldRequirement>(
    coordinates.map((coordinate) => [coordinate, requirementFor(coordinate, labels, inputs, intern)]),
  );
  const ofArguments = argumentRequirements(document, catalogue, (needs) => intern(needs, []));
  return {
    digest: digestOf([...requirements, ...ofArguments]),
    all: interned,
    coordinates,
    requirementOf: (coordinate) => requirements.get(coordinate) ?? unknownField(coordinate),
    ofArgument: (coordinate) => ofArguments.get(coordinate) ?? unknownArgument(coordinate),
  };
}

type Intern = ReturnType<typeof internRequirements>['intern'];

function requirementFor(
  coordinate: string,
  labels: OwnLabels,
  inputs: ReadonlyMap<string, readonly RequiredInput[]>,
  intern: Intern,
): FieldRequirement {
  const { reached, received } = closure(coordinate, labels, inputs);
  const own = reached.map(labels.of);
  if (own.includes('unlabelled')) return 'unlabelled';
  const needed = own.filter((label) => typeof label !== 'string');
  if (needed.length === 0) return 'open';
  return intern(all(needed), disclosuresOf(received, labels));
}

/** The field and everything that it is made of, and who receives what on the way. */
function closure(
  coordinate: string,
  { implementationsOf }: OwnLabels,
  inputs: ReadonlyMap<string, readonly RequiredInput[]>,
): { readonly reached: readonly string[]; readonly received: readonly RequiredInput[] } {
  const reached = new Set([coordinate]);
  const received: RequiredInput[] = [];
  for (const each of reached) {
    const needed = [each, ...implementationsOf(each)].flatMap((made) => inputs.get(made) ?? []);
    received.push(...needed);
    needed.forEach((input) => reached.add(input.coordinate));
  }
  return { reached: [...reached], received };
}

function disclosuresOf(received: readonly RequiredInput[], labels: OwnLabels): readonly AgencyDisclosure[] {
  const recipients = [...new Set(received.map(({ recipient }) => recipient))].toSorted();
  return recipients.flatMap((recipient) => {
    const shown = received.filter((input) => input.recipient === recipient);
    const own = shown.map(({ coordinate }) => labels.of(coordinate));
    const needs = all(own.filter((label): label is Label => typeof label !== 'string'));
    return needs === everybody ? [] : [{ recipient, needs }];
  });
}

/** GraphQL reserves names with two underscores for introspection, which shows the schema and no data. */
function unknownField(coordinate: string): FieldRequirement {
  return /^(__\w+\.\w+|\w+\.__\w+)$/.test(coordinate) ? 'open' : 'unlabelled';
}

/** Of introspection: `Query.__type(name:)`, `__Type.fields(includeDeprecated:)`. */
function unknownArgument(coordinate: string): FieldRequirement {
  return /^(__\w+\.\w+|\w+\.__\w+)\(\w+:\)$/.test(coordinate) ? 'open' : 'unlabelled';
}

function digestOf(entries: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}
