import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { sixCallers } from '../demo/index.ts';
import { generateHouseholds, showcaseResident } from '../population/index.ts';
import type { GatewayPair, PairCaller } from './gateway-pair.ts';
import { openGatewayPair } from './gateway-pair.ts';

/** What is measured, how often. */
export interface RevocationOptions {
  readonly rounds: number;
  readonly report: (line: string) => void;
}

/** Milliseconds from when the revocation was acknowledged to the other gateway's first refusal. */
export interface RevocationFigures {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** A way to end an access, and to give it again. */
interface Means {
  readonly grant: (pair: GatewayPair) => Promise<() => Promise<void>>;
}

const { residentId } = showcaseResident(generateHouseholds({ seed: 1, residents: 1 }));
const application = 'demonstration';
const counselor: PairCaller = {
  ...(sixCallers(residentId).find(({ name }) => name === 'SUD counselor, consent on file')?.caller ?? {
    subject: '',
    agency: '',
    roles: [],
    application,
  }),
  purposeOfUse: 'TREAT',
};
const patient: PairCaller = {
  subject: 'resident-1',
  agency: 'residents',
  roles: ['resident'],
  application,
  residentId,
  assuranceLevel: 2,
  purposeOfUse: 'PATRQT',
};
const steward: PairCaller = {
  subject: 'steward-1',
  agency: 'behavioral-health',
  roles: ['data-steward'],
  application,
  assuranceLevel: 2,
  purposeOfUse: 'HOPERAT',
};

const treatment = `{ resident(id: "${residentId}") { behavioralHealth { substanceUseTreatment {
  admissions(first: 1) { edges { node { admissionDate } } } } } } }`;

/**
 * Revokes at the first gateway, by each means, and asks the second until it withholds.
 *
 * @throws Error if an access that was granted is not there, or one that was revoked stays for ten seconds.
 */
export async function measureRevocation({
  rounds,
  report,
}: RevocationOptions): Promise<Readonly<Record<string, RevocationFigures>>> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-revocation-'));
  const pair = await openGatewayPair(folder);
  try {
    const figures: Record<string, RevocationFigures> = {};
    for (const [name, means] of Object.entries(allMeans)) {
      report(name);
      // One means after the other, so that none hides another.
      // oxlint-disable-next-line no-await-in-loop
      figures[name] = figuresOf(await repeated(pair, means, rounds));
    }
    return figures;
  } finally {
    await pair.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const allMeans: Readonly<Record<string, Means>> = {
  'a consent is revoked': { grant: consented },
  "an agency's kill switch": {
    grant: async (pair) => {
      await consented(pair);
      return async () => {
        await done(pair, steward, 'restrictAgency(input: { reason: "measured" }) { id }');
      };
    },
  },
  'an agreement is suspended': {
    grant: async (pair) => {
      await consented(pair);
      return async () => setStatus(pair, 'suspended');
    },
  },
};

async function repeated(pair: GatewayPair, { grant }: Means, rounds: number): Promise<readonly number[]> {
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    /* oxlint-disable no-await-in-loop -- each revocation is measured alone */
    await reset(pair);
    const revoke = await grant(pair);
    await until(pair, true);
    await revoke();
    milliseconds.push(await until(pair, false));
    /* oxlint-enable no-await-in-loop */
  }
  return milliseconds;
}

/** Nothing is restricted, and every agreement is in force. */
async function reset(pair: GatewayPair): Promise<void> {
  await setStatus(pair, 'in-force');
  const { data } = await pair.ask(0, steward, '{ restrictions { id } }');
  const { restrictions } = data as RestrictionsAnswer;
  for (const { id } of restrictions ?? []) {
    // oxlint-disable-next-line no-await-in-loop
    await done(pair, steward, `liftRestriction(id: "${id}") { id }`);
  }
}

interface RestrictionsAnswer {
  readonly restrictions: readonly { readonly id: string }[] | null;
}

async function consented(pair: GatewayPair): Promise<() => Promise<void>> {
  const { id } = await done(
    pair,
    patient,
    `recordConsent(input: { residentId: "${residentId}", kind: TREATMENT_PAYMENT_OPERATIONS, discloser: "behavioral-health",
      recipientSubjects: ["${counselor.subject}"], categories: ["behavioral-health-section", "sud-treatment"], purposesOfUse: ["TREAT"] }) { id }`,
  );
  return async () => {
    await done(pair, patient, `revokeConsent(id: "${id}") { id }`);
  };
}

async function done(pair: GatewayPair, caller: PairCaller, field: string): Promise<{ readonly id: string }> {
  const answer = await pair.ask(0, caller, `mutation { done: ${field} }`);
  const { done: result } = (answer.data ?? {}) as { readonly done?: { readonly id: string } | null };
  if (!result) throw new Error(`It was not done: ${JSON.stringify(answer)}`);
  return result;
}

async function setStatus({ agreementsFolder }: GatewayPair, status: string): Promise<void> {
  const file = join(agreementsFolder, 'substance-use-treatment-own-use.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^status: .*$/m, `status: ${status}`));
}

/** Asks the second gateway until it shows, or until it withholds; how many milliseconds that took. */
async function until(pair: GatewayPair, isShown: boolean): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < 10_000) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await pair.ask(1, counselor, treatment);
    const passed = performance.now() - began;
    if (JSON.stringify(answer.data ?? null).includes('admissionDate') === isShown) return Math.round(passed);
    // oxlint-disable-next-line no-await-in-loop
    await pause(5);
  }
  throw new Error(isShown ? 'What was granted is not shown.' : 'What was revoked is still shown.');
}

function figuresOf(milliseconds: readonly number[]): RevocationFigures {
  const sorted = milliseconds.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
