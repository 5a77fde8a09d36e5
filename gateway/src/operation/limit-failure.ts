import type { Failure } from '../errors/index.ts';
import { failure } from '../errors/index.ts';
import type { OperationLimits } from './operation-limits.ts';
import type { OperationSize } from './sizes.ts';

/** The first limit that an operation passes, or null. */
export function limitFailure(size: OperationSize, limits: OperationLimits): Failure | null {
  const measures: readonly (readonly [string, number, number])[] = [
    ['definitions', size.definitions, limits.maximumDefinitions],
    ['levels of nesting', size.nesting, limits.maximumNesting],
    ['selections', size.selections, limits.maximumSelections],
    ['levels of fields', size.depth, limits.maximumDepth],
    ['aliases', size.aliases, limits.maximumAliases],
    ['fields at its root', size.rootFields, limits.maximumRootFields],
    ['directives', size.directives, limits.maximumDirectives],
    ['variables', size.variables, limits.maximumVariables],
    ['values', size.values, limits.maximumValues],
  ];
  const passed = measures.find(([, measured, maximum]) => measured > maximum);
  return passed ? tooMany(passed[0], passed[2]) : null;
}

/** The failure that says which limit was passed, and what it is. */
export function tooMany(what: string, maximum: number): Failure {
  return failure('OPERATION_LIMIT_EXCEEDED', { message: `The operation has more than ${maximum} ${what}.` });
}
