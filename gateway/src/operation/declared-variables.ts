import type {
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql';
import { isInputType, typeFromAST, valueFromAST } from 'graphql';

/** A variable as an operation declares it, in terms of a schema. */
export interface DeclaredVariable {
  readonly name: string;
  /** Undefined if the schema has no such type for input; validation refuses that beforehand. */
  readonly type: GraphQLInputType | undefined;
  /** Null if there is none. */
  readonly fallback: { readonly value: unknown } | null;
  readonly definition: VariableDefinitionNode;
}

const known = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, readonly DeclaredVariable[]>>();

/** The variables of an operation; looked up in the schema once, and remembered as long as both are in use. */
export function declaredVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): readonly DeclaredVariable[] {
  const ofSchema = known.get(schema) ?? new WeakMap<OperationDefinitionNode, readonly DeclaredVariable[]>();
  known.set(schema, ofSchema);
  const remembered = ofSchema.get(operation);
  if (remembered !== undefined) return remembered;
  const declared = (operation.variableDefinitions ?? []).map((node) => declaredVariable(schema, node));
  ofSchema.set(operation, declared);
  return declared;
}

function declaredVariable(schema: GraphQLSchema, definition: VariableDefinitionNode): DeclaredVariable {
  const found = typeFromAST(schema, definition.type);
  const type = isInputType(found) ? found : undefined;
  const { defaultValue } = definition;
  const fallback = defaultValue && type ? { value: valueFromAST(defaultValue, type) } : null;
  return { name: definition.variable.name.value, type, fallback, definition };
}
