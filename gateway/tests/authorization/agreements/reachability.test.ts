import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { beforeAll, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

import type { Agreement } from '../../../src/authorization/agreements/index.ts';
import { isInForce, readAgreements } from '../../../src/authorization/agreements/index.ts';
import type { Requirements } from '../../../src/authorization/index.ts';
import { compileRequirements, readCategories } from '../../../src/authorization/index.ts';
import { buildSupergraph } from '../../../src/supergraph/index.ts';

const folder = fileURLToPath(new URL('../../../agreements', import.meta.url));
const committed = fileURLToPath(new URL('../../../supergraph.graphql', import.meta.url));
const today = new Date('2026-11-22T12:00:00Z');

let agreements: readonly Agreement[];
let schema: GraphQLSchema;
let requirements: Requirements;

beforeAll(async () => {
  const read = await readCategories(`${folder}/categories.yaml`);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.problems));
  const agreed = await readAgreements(folder, read.categories);
  if (agreed.kind !== 'read') throw new Error(JSON.stringify(agreed.problems));
  agreements = agreed.agreements.filter((agreement) => isInForce(agreement, today));
  const supergraph = buildSupergraph(await readFile(committed, 'utf8'));
  schema = supergraph.apiSchema;
  requirements = compileRequirements(supergraph.sdl, read.categories);
});

/** The categories that somebody is granted for a purpose, under whichever agreements and conditions. */
function grantedTo(agency: string, role: string, purpose: string): ReadonlySet<string> {
  const grants = agreements
    .filter(({ recipients }) => recipients.some((one) => one.agency === agency && one.roles?.includes(role)))
    .flatMap((agreement) => agreement.grants)
    .filter(({ purposes }) => purposes.some((one) => one === purpose));
  return new Set(grants.flatMap(({ categories }) => categories));
}

/** The categories of all fields to which a path leads whose every field needs only what is granted. */
function reachedWith(granted: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const types = new Set<string>();
  const queue = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    type ? [type.name] : [],
  );
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const type = schema.getType(name);
    if (types.has(name) || type === undefined) continue;
    types.add(name);
    if (isAbstractType(type)) queue.push(...schema.getPossibleTypes(type).map((one) => one.name));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const requirement = requirements.requirementOf(`${name}.${field.name}`);
      if (requirement === 'unlabelled') continue;
      const needs = requirement === 'open' ? [[]] : requirement.needs;
      const alternative = needs.find((one) => one.every((category) => granted.has(category)));
      if (alternative === undefined) continue;
      for (const category of alternative) reached.add(category);
      queue.push(getNamedType(field.type).name);
    }
  }
  return reached;
}

test('whatever an agreement grants can be reached under the agreements that are in force beside it', () => {
  const known = new Map<string, ReadonlySet<string>>();
  const reachedBy = (agency: string, role: string, purpose: string): ReadonlySet<string> => {
    const key = [agency, role, purpose].join(' ');
    const reached = known.get(key) ?? reachedWith(grantedTo(agency, role, purpose));
    known.set(key, reached);
    return reached;
  };
  const lost = agreements.flatMap(({ id, recipients, grants }) =>
    recipients.flatMap(({ agency, roles = [] }) =>
      roles.flatMap((role) =>
        grants.flatMap(({ categories, purposes }) =>
          purposes.flatMap((purpose) =>
            categories
              .filter((category) => !reachedBy(agency, role, purpose).has(category))
              .map((category) => [id, role, purpose, category].join(' ')),
          ),
        ),
      ),
    ),
  );
  expect(lost).toEqual([]);
});
