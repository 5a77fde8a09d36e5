/** How large an operation may be. */
export interface OperationLimits {
  readonly maximumBytes: number;
  readonly maximumTokens: number;
  readonly maximumDepth: number;
  readonly maximumAliases: number;
  readonly maximumRootFields: number;
  readonly maximumSelections: number;
  readonly maximumComparisons: number;
  readonly maximumDirectives: number;
  readonly maximumValues: number;
  readonly maximumNesting: number;
  readonly maximumVariables: number;
  readonly maximumDefinitions: number;
}
