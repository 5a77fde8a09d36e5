import type { TypeNode } from 'graphql';
import { Kind } from 'graphql';

import { entryOf } from '../../errors/index.ts';
import type { SubgraphSchema } from '../../supergraph/index.ts';
import type { Agreement, Grant } from '../agreements/index.ts';
import { schemaDocument } from '../schema-document.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { LabelledField } from './labelled-field.ts';
import { labelledFields } from './labelled-field.ts';

type FieldTransform = NonNullable<Grant['transforms']>[number];

/** The only type of whose values a transform makes something; the others take every value away. */
const typeOf: Readonly<Partial<Record<FieldTransform['transform'], string>>> = {
  'last-four-digits': 'String',
  'year-of-birth': 'Date',
};

/**
 * Checks the agreements against the schemas: each transform is of a field that the provider has, that the grant
 * opens, and whose values it can make less.
 */
export function checkAgreements(
  subgraphs: readonly SubgraphSchema[],
  agreements: readonly Agreement[],
): readonly SchemaProblem[] {
  const fields = subgraphs.flatMap((subgraph) => labelledFields(schemaDocument(subgraph)));
  const known = new Map(fields.map((each) => [`${each.subgraph}:${each.type}.${each.field}`, each]));
  return agreements.flatMap((agreement) =>
    agreement.grants.flatMap((grant) =>
      (grant.transforms ?? []).flatMap((transform) => {
        const field = known.get(`${agreement.provider}:${transform.coordinate}`);
        const message = faultOf(transform, field, grant);
        return message === null ? [] : [problem(agreement, transform, message)];
      }),
    ),
  );
}

function faultOf(
  { coordinate, transform }: FieldTransform,
  field: LabelledField | undefined,
  { categories }: Grant,
): string | null {
  if (field === undefined) return `The provider has no field ${coordinate} to make less.`;
  const isOpened = field.label?.flat().some((category) => categories.includes(category));
  if (!isOpened) return `The grant does not open ${coordinate}, which it makes less.`;
  const type = typeOf[transform];
  if (type === undefined || type === namedType(field.node.type)) return null;
  return `The transform "${transform}" is for values of type ${type}, and ${coordinate} has others.`;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function problem(
  { provider, file }: Agreement,
  { coordinate }: FieldTransform,
  message: string,
): SchemaProblem {
  const { remedy } = entryOf('AGREEMENT_INVALID');
  return { code: 'AGREEMENT_INVALID', message, remedy, subgraph: provider, coordinate, place: file };
}
