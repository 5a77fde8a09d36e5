import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import {
  choosePorts,
  showcaseCaller,
  showcaseQuery,
  showcaseResidentId,
  sixCallers,
  sixCallersQuery,
  startDemonstration,
  type Demonstration,
  type DemonstrationCaller,
} from '../demo/index.ts';
import { callersTable, type CallersAnswer } from './callers-table.ts';

const seed = 1;

/** The sections that come from a run of the demonstration, as Markdown. */
export interface DemonstrationSections {
  /** Its question with the answer that it gets. */
  readonly example: string;
  /** One question and what each of several callers is shown. */
  readonly callers: string;
}

/** Starts the demonstration and asks it. */
export async function demonstrationSections(report: (line: string) => void): Promise<DemonstrationSections> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-readme-'));
  const { gateway, identityProvider, agencies } = await choosePorts(0);
  const options = {
    folder,
    port: gateway,
    identityProviderPort: identityProvider,
    agencyPorts: agencies,
    residents: 1,
    seed,
    report,
  };
  const demonstration = await startDemonstration(options);
  try {
    return { example: await example(demonstration), callers: await callers(demonstration) };
  } finally {
    await demonstration.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function example(demonstration: Demonstration): Promise<string> {
  const query = showcaseQuery(seed);
  const answer = await ask(demonstration, showcaseCaller, null, query);
  const text = await format(answer, { parser: 'json', printWidth: 100 });
  return `\`\`\`graphql\n${query}\n\`\`\`\n\n\`\`\`json\n${text}\`\`\``;
}

async function callers(demonstration: Demonstration): Promise<string> {
  const residentId = showcaseResidentId(seed);
  const answers = sixCallers(residentId).map(async ({ name, caller, purposeOfUse }) => {
    const text = await ask(demonstration, caller, purposeOfUse, sixCallersQuery(residentId));
    return { name, ...(JSON.parse(text) as Omit<CallersAnswer, 'name'>) };
  });
  return format(callersTable(await Promise.all(answers)), { parser: 'markdown' });
}

async function ask(
  { url, issuer }: Demonstration,
  caller: DemonstrationCaller,
  purposeOfUse: string | null,
  query: string,
): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await issuer.token(caller)}`,
      ...(purposeOfUse !== null && { 'purpose-of-use': purposeOfUse }),
    },
    body: JSON.stringify({ query }),
  });
  return response.text();
}
