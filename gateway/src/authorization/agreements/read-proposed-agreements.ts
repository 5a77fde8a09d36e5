import { z } from 'zod';

import type { Category } from '../categories/index.ts';
import { readYaml } from '../read-yaml-file.ts';
import { nameSchema } from '../schema-parts.ts';
import { readAgreement } from './read-agreement.ts';
import type { AgreementsRead } from './read-agreements.ts';

/** All that is looked at to know what an agreement's file would be called. */
const namedSchema = z.looseObject({ id: nameSchema });

/** Reads agreements that stand in no file yet, as {@link readAgreement} reads one: each names itself by its id. */
export function readProposedAgreements(
  texts: readonly string[],
  catalogue: readonly Category[],
): AgreementsRead {
  const categories = new Map(catalogue.map((category) => [category.name, category]));
  const read = texts.map((text, index) => {
    const named = readYaml(`agreement ${index + 1}`, text, namedSchema);
    const name = named.kind === 'read' ? named.value.id : `agreement ${index + 1}`;
    return readAgreement(`${name}.yaml`, text, categories);
  });
  const problems = read.flatMap((one) => (one.kind === 'refused' ? one.problems : []));
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'read',
    agreements: read.flatMap((one) => (one.kind === 'read' ? [one.agreement] : [])),
  };
}
