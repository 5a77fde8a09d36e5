import { describe, expect, test } from '@jest/globals';
import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { errorTable } from '@resident-graph/gateway';
import { showcaseQuery } from '../../scripts/demo/index.ts';
import { withGeneratedSections } from '../../scripts/readme/index.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const readme = await readFile(`${repository}README.md`, 'utf8');

describe('the README', () => {
  test('lists the errors and the options as they are in the code', () => {
    expect(readme).toBe(withGeneratedSections(readme));
  });

  test('shows the question that the demonstration prints', () => {
    expect(readme).toContain(showcaseQuery(1));
  });

  test('names only commands that exist', async () => {
    const { scripts } = JSON.parse(await readFile(`${repository}package.json`, 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names only error codes that exist', () => {
    const named = [...readme.matchAll(/`((?:SUBGRAPH|FIELD|LEDGER|OPERATION|GRAPHQL)_[A-Z_]+)`/g)];
    const codes = named.map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !errorTable().includes(`\`${code}\``))).toEqual([]);
  });

  test('links only to files that exist', async () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target ?? '');
    expect(links.length).toBeGreaterThan(0);
    await Promise.all(links.map((target) => expect(readable(target)).resolves.toBe(true)));
  });
});

async function readable(target: string): Promise<boolean> {
  return access(`${repository}${target}`).then(
    () => true,
    () => false,
  );
}
