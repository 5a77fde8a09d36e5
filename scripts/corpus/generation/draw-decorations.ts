import type { OperationDraft } from './operation-draft.ts';

/** Keys of entities, names that objects of JavaScript have by themselves, and harmless ones. */
const aliases = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  'id',
  'status',
  '_0',
  'alias',
  'again',
];

/** An alias with its colon for some fields; nothing for most. */
export function drawAlias({ chance }: OperationDraft): string {
  return chance.happens(0.12) ? `${chance.pick(aliases)}: ` : '';
}

/** A condition that mostly lets the selection stand; nothing for most. */
export function drawCondition(draft: OperationDraft): string {
  const { chance } = draft;
  if (!chance.happens(0.08)) return '';
  const stands = chance.happens(0.75);
  const directive = chance.pick(['include', 'skip'] as const);
  const value = (directive === 'include') === stands;
  const written = chance.happens(0.8) ? draft.requiredVariable('Boolean', value) : String(value);
  return `@${directive}(if: ${written}) `;
}
