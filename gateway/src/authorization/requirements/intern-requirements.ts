import type { Label } from '../labels/index.ts';
import type { AgencyDisclosure, Requirement } from './requirements.ts';

/** Makes requirements, the same one for the same needs, and numbers them in the order in which they were first made. */
export function internRequirements(): {
  readonly intern: (needs: Label, disclosures: readonly AgencyDisclosure[]) => Requirement;
  /** All that were made so far. */
  readonly interned: readonly Requirement[];
} {
  const interned: Requirement[] = [];
  const byContent = new Map<string, Requirement>();
  const intern = (needs: Label, disclosures: readonly AgencyDisclosure[]): Requirement => {
    const content = JSON.stringify([needs, disclosures]);
    const known = byContent.get(content);
    if (known) return known;
    const made = { id: interned.length, needs, disclosures };
    interned.push(made);
    byContent.set(content, made);
    return made;
  };
  return { intern, interned };
}
