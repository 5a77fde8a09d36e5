import type { Change, FieldExplanation, OperationExplanation } from '../authorization/index.ts';

/**
 * An explanation for people: what is refused, then each field with what happens to it and why.
 *
 * @example
 * resident.benefits  Resident.benefits
 *   withheld: PURPOSE, SNAP administration agreement
 *   would be shown with: purpose ELIGDTRM
 */
export function explanationText({ fields, refusedArgument }: OperationExplanation): string {
  const refused = refusedArgument === null ? [] : [`The operation is refused: it uses ${refusedArgument}.`];
  return [...refused, ...fields.map(entry)].join('\n');
}

function entry(field: FieldExplanation): string {
  const lines = [`${field.outcome}: ${reason(field)}`, ...consequences(field), ...remedies(field)];
  return [`${field.path}  ${field.coordinate}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function reason({ decision }: FieldExplanation): string {
  if (decision.kind === 'undetermined') return decision.authority;
  if (decision.kind === 'deny') {
    const { reason: why, authority, agreement, category } = decision;
    const nearest = agreement === null ? [] : [`nearest agreement ${agreement}`];
    return [why, authority, `category ${category}`, ...nearest].join(', ');
  }
  const agreements = decision.agreements.map(({ id, clause }) => `${id} (${clause})`);
  return [...agreements, ...decision.citations].join(', ');
}

function consequences({ decision, transform }: FieldExplanation): readonly string[] {
  if (decision.kind !== 'permit') return [];
  const obliged = decision.obligations.length > 0 ? [`obliges to: ${decision.obligations.join(', ')}`] : [];
  return [...(transform === null ? [] : [`shown as: ${transform}`]), ...obliged];
}

function remedies({ outcome, changes }: FieldExplanation): readonly string[] {
  if (outcome === 'returned' || outcome === 'transformed') return [];
  if (changes.length === 0) return ['only another agreement, another role or another law would change it'];
  return [`would be shown with: ${alternatives(changes)}`];
}

/** Alternatives that differ in one thing are told together. */
function alternatives(changes: readonly Change[]): string {
  const grouped = new Map<string, string[]>();
  for (const change of changes) {
    const [first, ...others] = change;
    if (first === undefined) continue;
    const key = [first.kind, ...others.map(({ kind, value }) => ` and ${kind} ${value}`.trimEnd())].join('|');
    grouped.set(key, [...(grouped.get(key) ?? []), first.value]);
  }
  return [...grouped]
    .map(([key, values]) => {
      const [kind = '', ...others] = key.split('|');
      return `${kind} ${values.join(' or ')}`.trimEnd() + others.join('');
    })
    .join('; ');
}
