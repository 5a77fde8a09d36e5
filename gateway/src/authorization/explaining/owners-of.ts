import type { PolicyParts } from '../policy/index.ts';

/** The agencies whose data a field (`Type.field`) or a data category shows; none of what shows nothing by itself. */
export function ownersOf(
  subject: string,
  { requirements, catalogue }: Pick<PolicyParts, 'requirements' | 'catalogue'>,
): readonly string[] {
  const requirement = subject.includes('.') ? requirements.requirementOf(subject) : null;
  const isOpen = typeof requirement === 'string';
  const names = new Set(isOpen ? [] : (requirement?.needs.flat() ?? [subject]));
  return [...new Set(catalogue.filter(({ name }) => names.has(name)).map(({ agency }) => agency))];
}
