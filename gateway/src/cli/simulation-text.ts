import type { Access, AccessChange, LosingOperation } from '../authorization/index.ts';
import { nameOf } from '../authorization/index.ts';

const words = {
  permit: 'sees it',
  undetermined: 'depends on the resident',
  deny: 'does not see it',
} as const;

/**
 * Access for people: a line for each requester, or for each subject, with the purposes told together.
 *
 * @param by - what the lines begin with
 * @example snap-eligibility-worker@benefits  sees it: ELIGDTRM, ELIGVER
 */
export function accessText(access: readonly Access[], by: 'requester' | 'subject'): string {
  if (access.length === 0) return 'Nobody, for no purpose.';
  const lines = access.map(({ requester, subject, decision, purpose }) => {
    const head = by === 'requester' ? nameOf(requester) : subject;
    const why = decision.kind === 'deny' ? ` (${decision.reason}, ${decision.authority})` : '';
    return [`${head}  ${words[decision.kind]}${why}`, purpose] as const;
  });
  return together(lines);
}

/** @example snap  snap-eligibility-worker@benefits  sees it -> does not see it: ELIGDTRM */
export function changesText(changes: readonly AccessChange[]): string {
  if (changes.length === 0) return 'Nothing changes for anybody.';
  return together(
    changes.map(({ category, requester, before, after, purpose }) => {
      const isSame = before.kind === after.kind;
      const change = isSame
        ? 'with other obligations or transforms'
        : `${words[before.kind]} -> ${words[after.kind]}`;
      return [`${category}  ${nameOf(requester)}  ${change}`, purpose] as const;
    }),
  );
}

/** The registered operations that lose fields, after a blank line; nothing if there are none. */
export function lossesText(operations: readonly LosingOperation[]): string {
  const entries = operations.map(({ id, operationName, losses, requesters }) =>
    [
      `${operationName ?? 'unnamed'} (${id}) loses:`,
      ...losses.map(({ path, coordinate }) => `  ${path}  ${coordinate}`),
      `  for: ${requesters.join('; ')}`,
    ].join('\n'),
  );
  return entries.length === 0 ? '' : `\n\n${entries.join('\n')}`;
}

/** Lines that say the same are one line with all their purposes. */
function together(lines: readonly (readonly [string, string])[]): string {
  const grouped = new Map<string, string[]>();
  for (const [line, purpose] of lines) grouped.set(line, [...(grouped.get(line) ?? []), purpose]);
  return [...grouped].map(([line, purposes]) => `${line}: ${purposes.join(', ')}`).join('\n');
}
