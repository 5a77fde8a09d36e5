// Written by `npm run documents` from the .graphql files of this folder and the supergraph.

import type { TypedDocument } from './typed-document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Status of a case. */
export type BenefitsCaseStatus =
  /** A, active: benefits are being issued. */
  | 'ACTIVE'
  /** C, closed. */
  | 'CLOSED'
  /** D, denied: never opened. */
  | 'DENIED'
  /** P, pending: the application is not decided yet. */
  | 'PENDING';

export type FirstQuestionQueryVariables = Exact<{
  id: string;
}>;

export type FirstQuestionQuery = {
  readonly resident: {
    readonly id: string;
    readonly birthDate: string | null;
    readonly name: { readonly given: string | null; readonly surname: string | null } | null;
    readonly benefits: {
      readonly snap: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: { readonly status: BenefitsCaseStatus | null } | null;
          }>;
        } | null;
      } | null;
    } | null;
    readonly housing: {
      readonly enrollments: {
        readonly edges: ReadonlyArray<{ readonly node: { readonly entryDate: string | null } | null }>;
      } | null;
    } | null;
  } | null;
};

export const firstQuestionDocument: TypedDocument<FirstQuestionQuery, FirstQuestionQueryVariables> = {
  id: '00f0f2aab1cdc0638ad94604fcb5db9d9478eb2d5d132ded10956dd751f4f797',
};
