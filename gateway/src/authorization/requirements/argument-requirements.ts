import type { DocumentNode } from 'graphql';

import type { Category } from '../categories/index.ts';
import type { Label } from '../labels/index.ts';
import { schemaArguments } from '../labels/index.ts';
import { both, everybody } from './dnf.ts';
import type { FieldRequirement } from './requirements.ts';

/**
 * What is needed for the arguments and input fields of a supergraph, by coordinate. One that the catalogue names needs
 * every category that names it; one that isn't named is open only if it is harmless whoever gives it. So a new or
 * renamed argument can be used by nobody before somebody has said what it tells of.
 */
export function argumentRequirements(
  document: DocumentNode,
  catalogue: readonly Category[],
  intern: (needs: Label) => FieldRequirement,
): ReadonlyMap<string, FieldRequirement> {
  const labels = new Map<string, Label>();
  for (const { name, arguments: coordinates = [] } of catalogue) {
    for (const each of coordinates) labels.set(each, both(labels.get(each) ?? everybody, [[name]]));
  }
  const requirements = new Map<string, FieldRequirement>();
  for (const { coordinate, isHarmless } of schemaArguments(document)) {
    requirements.set(coordinate, isHarmless ? 'open' : 'unlabelled');
  }
  for (const [coordinate, label] of labels) requirements.set(coordinate, intern(label));
  return requirements;
}
