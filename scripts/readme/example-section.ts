import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { choosePorts, showcaseCaller, showcaseQuery, startDemonstration } from '../demo/index.ts';

const seed = 1;

/** The demonstration's question with the answer that it gets, as Markdown. */
export async function exampleSection(report: (line: string) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'resident-graph-readme-'));
  const { gateway, agencies } = await choosePorts(0);
  const options = { folder, port: gateway, agencyPorts: agencies, residents: 1, seed, report };
  const demonstration = await startDemonstration(options);
  try {
    const query = showcaseQuery(seed);
    const token = await demonstration.issuer.token(showcaseCaller);
    const response = await fetch(demonstration.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const answer = await format(await response.text(), { parser: 'json', printWidth: 100 });
    return `\`\`\`graphql\n${query}\n\`\`\`\n\n\`\`\`json\n${answer}\`\`\``;
  } finally {
    await demonstration.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
