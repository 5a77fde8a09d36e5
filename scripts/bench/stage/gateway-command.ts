import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const execute = promisify(execFile);

/** Our gateway as it ships, built first; or from its source, which starts at once and needs more memory. */
export async function gatewayCommand(isFromSource: boolean): Promise<readonly string[]> {
  if (isFromSource) {
    const tsx = import.meta.resolve('tsx');
    return [process.execPath, '--conditions=source', '--import', tsx, `${repository}gateway/src/cli/main.ts`];
  }
  await execute('npm', ['run', 'build', '--workspace', '@resident-graph/gateway'], { cwd: repository });
  return [process.execPath, `${repository}gateway/dist/main.js`];
}
