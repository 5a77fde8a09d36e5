/** What the model knows of one comparison: how probable each level is for each class of pairs. */
export interface ComparisonParameters {
  readonly name: string;
  readonly levels: readonly string[];
  /** Two records of one person. */
  readonly same: readonly number[];
  /** Records of two people who live together. */
  readonly household: readonly number[];
  /** Records of two people who have nothing to do with each other. */
  readonly strangers: readonly number[];
}

/**
 * A fitted three-class Fellegi-Sunter model: plain data, to be kept with its version. `share` is how many of all
 * pairs of records are of each class.
 */
export interface LinkageModel {
  readonly comparisons: readonly ComparisonParameters[];
  readonly share: { readonly same: number; readonly household: number; readonly strangers: number };
  readonly records: number;
  readonly pairs: number;
  readonly iterations: number;
}
