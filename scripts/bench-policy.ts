/** `npm run bench:policy`: what deciding costs by itself, at 12 agreements and at 2,000. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { PolicyParts } from '../gateway/src/authorization/index.ts';
import {
  compilePolicy,
  compileRequirements,
  readAgreements,
  readCategories,
  statutes,
} from '../gateway/src/authorization/index.ts';

type Caller = Parameters<ReturnType<typeof compilePolicy>['tableFor']>[0];

const folder = fileURLToPath(new URL('../gateway/agreements', import.meta.url));
const supergraph = fileURLToPath(new URL('../gateway/supergraph.graphql', import.meta.url));

const caller: Caller = {
  subject: 'measured',
  agency: 'housing',
  roles: ['housing-caseworker'],
  application: 'measured',
  purposesOfUse: null,
  residentId: null,
  trainings: ['hmis-privacy'],
  assuranceLevel: 2,
};
const purpose = 'HOUSING_PLACEMENT';
const now = new Date();

const read = await rules();
print(['agreements', 'compile ms', 'new table ms', 'known table ns', 'field ns', 'resident µs'].join('\t'));
for (const count of [12, 2000]) print([count, ...measured(numbered(read, count))].join('\t'));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function rules(): Promise<PolicyParts> {
  const categories = await readCategories(`${folder}/categories.yaml`);
  if (categories.kind === 'refused') throw new Error('The categories are not in order.');
  const catalogue = categories.categories;
  const agreements = await readAgreements(folder, catalogue);
  if (agreements.kind === 'refused') throw new Error('The agreements are not in order.');
  const requirements = compileRequirements(await readFile(supergraph, 'utf8'), catalogue);
  const state = { epoch: 1, declarations: [], restrictions: [], isStale: false };
  return { requirements, catalogue, statutes, state, now: () => now, agreements: agreements.agreements };
}

function isOwn({ recipients }: PolicyParts['agreements'][number]): boolean {
  return recipients.some(({ agency }) => agency === caller.agency);
}

/** So many agreements in force: the demonstration's, those of the measured caller first, again and again by other names. */
function numbered(parts: PolicyParts, count: number): PolicyParts {
  const inForce = parts.agreements.filter(({ status }) => status === 'in-force');
  const ordered = [...inForce.filter(isOwn), ...inForce.filter((other) => !isOwn(other))];
  const agreements = Array.from({ length: count }, (_, index) => {
    const original = ordered[index % ordered.length];
    if (original === undefined) throw new Error('No agreement is in force.');
    return { ...original, id: `${original.id}-${index}` };
  });
  return { ...parts, agreements };
}

function measured(parts: PolicyParts): readonly string[] {
  const compile = median(20, () => compilePolicy(parts));
  const policy = compilePolicy(parts);
  const application = (index: number): Caller => ({ ...caller, application: `measured-${index}` });
  const make = median(50, (index) => policy.tableFor(application(index), purpose, now));
  const table = policy.tableFor(caller, purpose, now);
  const find = each(1_000_000, () => policy.tableFor(caller, purpose, now));
  const { coordinates } = parts.requirements;
  const decide = each(1_000_000, (index) => table.ofField(coordinates[index % coordinates.length] ?? ''));
  const resident = each(2000, (index) => {
    const facts = { residentId: `${index}`, consents: [], relationships: [], breakGlass: null };
    const decisions = table.forResident(facts);
    return [...table.undetermined].map(decisions.ofCategory);
  });
  return [compile, make, find * 1e6, decide * 1e6, resident * 1e3].map((figure) => figure.toFixed(1));
}

/** Milliseconds. */
function median(times: number, work: (index: number) => unknown): number {
  const taken = Array.from({ length: times }, (_, index) => timed(() => work(index)));
  return taken.toSorted((left, right) => left - right)[Math.floor(times / 2)] ?? Number.NaN;
}

/** Milliseconds for one of many. */
function each(times: number, work: (index: number) => unknown): number {
  const all = (): void => {
    for (let index = 0; index < times; index += 1) work(index);
  };
  all();
  return timed(all) / times;
}

function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
