import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

import { drawAlias, drawCondition } from './draw-decorations.ts';
import type { OperationDraft } from './operation-draft.ts';

type Field = GraphQLField<unknown, unknown>;

/** Below this depth only fields without selections of their own are drawn. */
const greatestDepth = 13;

/** Braces with at least one selection for an object type; nothing for a scalar. */
export function drawSelections(draft: OperationDraft, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = pickFields(draft, named, depth);
  const selections = fields.map((field) => selection(draft, named, field, depth));
  if (selections.length === 0 || draft.chance.happens(0.08)) selections.push('__typename');
  return `{ ${selections.join('\n')} }`;
}

/** A connection is walked down to its nodes; elsewhere a few fields, and the same one seldom twice. */
function pickFields({ chance }: OperationDraft, type: GraphQLObjectType, depth: number): readonly Field[] {
  const all = Object.values(type.getFields());
  const flat = all.filter((field) => !isObjectType(getNamedType(field.type)));
  if (depth >= greatestDepth) return flat.slice(0, 2);
  const path = all.filter(({ name }) => name === 'edges' || name === 'node');
  if (path.length > 0)
    return [...path, ...all.filter((field) => !path.includes(field) && chance.happens(0.3))];
  const few = Array.from({ length: chance.integer(1, 4) }, () => chance.pick(all));
  return [...few, ...few.slice(0, chance.happens(0.05) ? 1 : 0)];
}

function selection(draft: OperationDraft, type: GraphQLObjectType, field: Field, depth: number): string {
  if (!draft.takeField()) return '__typename';
  const written = fieldText(draft, field, depth);
  const { chance } = draft;
  if (!chance.happens(0.15)) return written;
  const spread = chance.pick(['inline', 'typed', 'named']);
  if (spread === 'inline') return `... ${drawCondition(draft)}{ ${written} }`;
  if (spread === 'typed') return `... on ${type.name} ${drawCondition(draft)}{ ${written} }`;
  const name = `Part${draft.fragments.length + 1}`;
  draft.fragments.push(`fragment ${name} on ${type.name} { ${written} }`);
  return `...${name} ${drawCondition(draft)}`;
}

function fieldText(draft: OperationDraft, field: Field, depth: number): string {
  const below = drawSelections(draft, field.type, depth + 1);
  return `${drawAlias(draft)}${field.name}${pageArguments(draft, field)} ${drawCondition(draft)}${below}`;
}

/** Small pages, and seldom one that the agency refuses. */
function pageArguments(draft: OperationDraft, field: Field): string {
  const { chance } = draft;
  if (!field.args.some(({ name }) => name === 'first') || chance.happens(0.3)) return '';
  const first = chance.happens(0.08) ? 1000 : chance.integer(1, 3);
  return `(first: ${chance.happens(0.3) ? draft.variable('Int', String(first), first) : first})`;
}
