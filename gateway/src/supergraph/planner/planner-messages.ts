import type { QueryPlan } from './query-plan.ts';

/** What the thread is asked: a document with one operation, and the fragments that it uses. */
export interface PlanQuestion {
  readonly document: string;
}

/** What the thread answers: once that it is ready, then to each question in turn. */
export type PlannerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'planned'; readonly plan: QueryPlan }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the thread is started with. */
export interface PlannerData {
  readonly sdl: string;
}
