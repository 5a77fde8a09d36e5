import type { Category } from '../categories/index.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { Agreement } from './agreement.ts';
import { createFolderReader } from './agreement-folder.ts';

/** All agreements of a folder, or everything that is wrong with its files. */
export type AgreementsRead =
  | { readonly kind: 'read'; readonly agreements: readonly Agreement[] }
  | { readonly kind: 'refused'; readonly problems: readonly SchemaProblem[] };

/**
 * Reads the agreements of a folder, whatever their status, in the order of their files' names. The catalogue of
 * categories may lie beside them (`categories.yaml`). Every problem names file, line and remedy.
 */
export async function readAgreements(
  folder: string,
  catalogue: readonly Category[],
): Promise<AgreementsRead> {
  const { files, problems } = await createFolderReader(folder, catalogue)();
  const all = [...problems, ...files.flatMap((read) => (read.kind === 'refused' ? read.problems : []))];
  if (all.length > 0) return { kind: 'refused', problems: all };
  return {
    kind: 'read',
    agreements: files.flatMap((read) => (read.kind === 'read' ? [read.agreement] : [])),
  };
}
