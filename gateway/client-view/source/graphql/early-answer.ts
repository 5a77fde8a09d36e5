import type { TypedDocument } from '../../documents/typed-document.ts';
import type { Answer } from './answer.ts';
import { ask, type Asker } from './ask.ts';

/** How long the first screen may take to ask; what opens later asks anew, since consents may have changed. */
const freshMilliseconds = 10_000;

let early: {
  readonly key: string;
  readonly answer: Promise<Answer<unknown>>;
  readonly until: number;
} | null = null;

/** Asks what the first screen is about to ask, before there is a screen. */
export function askEarly<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  asker: Asker,
): void {
  const answer = ask(document, variables, asker);
  const until = performance.now() + freshMilliseconds;
  early = { key: keyOf(document, variables, asker), answer, until };
  // Whoever takes it hears of a refusal.
  answer.catch(() => undefined);
}

/** What was asked early, to whoever asks just that first and soon; null otherwise. */
export function takeEarlyAnswer<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  asker: Asker,
): Promise<Answer<Data>> | null {
  if (early?.key !== keyOf(document, variables, asker)) return null;
  const { answer, until } = early;
  early = null;
  return performance.now() < until ? (answer as Promise<Answer<Data>>) : null;
}

function keyOf({ id }: { readonly id: string }, variables: unknown, asker: Asker): string {
  return JSON.stringify([id, variables, asker.csrfToken, asker.purposeOfUse]);
}
