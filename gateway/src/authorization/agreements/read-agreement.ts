import { basename, extname } from 'node:path';

import { entryOf } from '../../errors/index.ts';
import type { Category } from '../categories/index.ts';
import { readYaml } from '../read-yaml-file.ts';
import type { FileFault } from '../read-yaml-file.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { Agreement } from './agreement.ts';
import { agreementSchema } from './agreement.ts';
import { agreementRules } from './agreement-rules.ts';
import { contentHash } from './content-hash.ts';

/** What one file came to. */
export type AgreementRead =
  | { readonly kind: 'read'; readonly file: string; readonly agreement: Agreement }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly SchemaProblem[] };

/** Reads one agreement from the text of its file. */
export function readAgreement(
  file: string,
  text: string,
  categories: ReadonlyMap<string, Category>,
): AgreementRead {
  const read = readYaml(file, text, agreementSchema);
  if (read.kind === 'refused') return { kind: 'refused', file, problems: read.faults.map(unreadable) };
  const document = read.value;
  const hash = contentHash(document);
  const context = { name: basename(file, extname(file)), categories, contentHash: hash };
  const faults = agreementRules.flatMap((rule) => rule(document, context));
  if (faults.length === 0) return { kind: 'read', file, agreement: { ...document, contentHash: hash, file } };
  const problems = faults.map(({ code, path, message, remedy }) => ({
    code,
    message,
    remedy,
    subgraph: document.provider,
    place: read.placeOf(path),
  }));
  return { kind: 'refused', file, problems };
}

/** A problem with a file or folder that says nothing that can be judged. */
export function unreadable({ message, place }: FileFault): SchemaProblem {
  const { remedy } = entryOf('AGREEMENTS_UNREADABLE');
  return { code: 'AGREEMENTS_UNREADABLE', message, remedy, place };
}
