/** How large something is once its fragments are expanded. */
export interface OperationSize {
  readonly selections: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Levels of fields. */
  readonly depth: number;
  readonly directives: number;
  /** Values in literals; items of lists and fields of objects count each. */
  readonly values: number;
  /** Levels of anything: selection sets, list and object literals, list types. */
  readonly nesting: number;
  readonly variables: number;
  /** Operations and fragments of the document. */
  readonly definitions: number;
}

/** The size of what isn't there. */
export const nothing: OperationSize = {
  selections: 0,
  aliases: 0,
  rootFields: 0,
  depth: 0,
  directives: 0,
  values: 0,
  nesting: 0,
  variables: 0,
  definitions: 0,
};

/** The size of two things side by side. */
export function plus(left: OperationSize, right: OperationSize): OperationSize {
  if (left === nothing) return right;
  if (right === nothing) return left;
  return {
    selections: saturated(left.selections + right.selections),
    aliases: saturated(left.aliases + right.aliases),
    rootFields: saturated(left.rootFields + right.rootFields),
    depth: Math.max(left.depth, right.depth),
    directives: saturated(left.directives + right.directives),
    values: saturated(left.values + right.values),
    nesting: Math.max(left.nesting, right.nesting),
    variables: saturated(left.variables + right.variables),
    definitions: saturated(left.definitions + right.definitions),
  };
}

/** The larger in each measure. */
export function larger(left: OperationSize, right: OperationSize): OperationSize {
  return {
    selections: Math.max(left.selections, right.selections),
    aliases: Math.max(left.aliases, right.aliases),
    rootFields: Math.max(left.rootFields, right.rootFields),
    depth: Math.max(left.depth, right.depth),
    directives: Math.max(left.directives, right.directives),
    values: Math.max(left.values, right.values),
    nesting: Math.max(left.nesting, right.nesting),
    variables: Math.max(left.variables, right.variables),
    definitions: Math.max(left.definitions, right.definitions),
  };
}

/** The size of something with one more level around it. */
export function nested(inner: OperationSize): OperationSize {
  return { ...inner, nesting: inner.nesting + 1 };
}

const saturation = 2 ** 40;

/** A sum that is beyond every limit needs no exact number. */
export function saturated(sum: number): number {
  return Math.min(sum, saturation);
}
