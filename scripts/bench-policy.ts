/** `npm run bench:policy`: what deciding costs by itself, at 12 agreements and at 2,000. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { stringify } from 'yaml';

import type { PolicyParts } from '../gateway/src/authorization/index.ts';
import {
  compilePolicy,
  compileRequirements,
  contentHash,
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
print(
  [
    'agreements',
    'read CPU ms',
    'first compile CPU ms',
    'compile ms',
    'new table ms',
    'known table ns',
    'field ns',
    'resident µs',
  ].join('\t'),
);
for (const count of [12, 2000]) {
  const parts = numbered(read, count);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as each has the processor for itself
  const reading = await readingTime(parts);
  const compiling = await processorTime(async () => compilePolicy(parts));
  print([count, ...[reading, compiling].map((figure) => figure.toFixed(1)), ...measured(parts)].join('\t'));
}

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

/** Of reading the files of the agreements, none of which was read before. */
async function readingTime({ agreements, catalogue }: PolicyParts): Promise<number> {
  const files = await mkdtemp(join(tmpdir(), 'resident-graph-policy-'));
  try {
    await Promise.all(
      agreements.map(async (one) => writeFile(join(files, `${one.id}.yaml`), stringify(signedAnew(one)))),
    );
    return await processorTime(async () => {
      const outcome = await readAgreements(files, catalogue);
      if (outcome.kind === 'refused') throw new Error('The agreements that were written cannot be read.');
    });
  } finally {
    await rm(files, { recursive: true });
  }
}

/** Milliseconds of all threads of this process: other processes do not count. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** An agreement by another name is another agreement, and its officers sign that. */
function signedAnew(agreement: PolicyParts['agreements'][number]): object {
  const document = { ...agreement, file: undefined, contentHash: undefined };
  const hash = contentHash(document);
  const signatures = agreement.signatures.map((signature) => ({ ...signature, contentHash: hash }));
  return { ...document, signatures };
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
