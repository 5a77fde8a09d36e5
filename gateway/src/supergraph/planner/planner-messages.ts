import type { QueryPlan } from './query-plan.ts';

/** What the thread is asked. Each planner has a number, so that one thread can serve two supergraphs at a time. */
export type PlannerQuestion =
  /** A supergraph that nobody has validated yet; to be read before it is built. */
  | { readonly kind: 'read'; readonly sdl: string }
  | { readonly kind: 'build'; readonly planner: number; readonly sdl: string }
  /** A document with one operation, and the fragments that it uses. */
  | { readonly kind: 'plan'; readonly planner: number; readonly document: string }
  | { readonly kind: 'forget'; readonly planner: number };

/** What the thread answers to each question in turn. */
export type PlannerMessage =
  | { readonly kind: 'done' }
  | { readonly kind: 'read'; readonly apiSdl: string }
  | { readonly kind: 'planned'; readonly plan: QueryPlan }
  /** With the line of the text that is at fault, where there is one. */
  | { readonly kind: 'refused'; readonly reason: string; readonly line?: number };
