import type { GraphQLField, GraphQLObjectType } from 'graphql';

import { OperationDraft, type Materials } from './operation-draft.ts';
import { drawRootArguments } from './draw-root-arguments.ts';
import { drawAlias } from './draw-decorations.ts';
import { drawSelections } from './draw-selections.ts';

/** One operation: one to three root fields with known people, and random selections below. */
export function drawOperation(materials: Materials): ReturnType<OperationDraft['finish']> {
  const draft = new OperationDraft(materials);
  const { chance, schema } = draft;
  const query = schema.getQueryType() as GraphQLObjectType;
  const names = Array.from({ length: chance.integer(1, 3) }, () =>
    chance.pickWeighted([
      ['resident', 5],
      ['residents', 3],
      ['searchResidents', 1],
    ]),
  );
  const fields = names.map((name, index) => rootField(draft, query, name, index));
  if (chance.happens(0.2)) fields.push('__typename');
  return draft.finish(`{ ${fields.join('\n')} }`);
}

function rootField(draft: OperationDraft, query: GraphQLObjectType, name: string, index: number): string {
  const field = query.getFields()[name] as GraphQLField<unknown, unknown>;
  const alias = index === 0 ? drawAlias(draft) : `root${index}: `;
  return `${alias}${name}${drawRootArguments(draft, name)} ${drawSelections(draft, field.type, 1)}`;
}
