import type { TypedDocument } from '../../documents/typed-document.ts';
import type { Answer } from './answer.ts';
import { ask, type Asker } from './ask.ts';

let early: { readonly key: string; readonly answer: Promise<Answer<unknown>> } | null = null;

/** Asks what the first screen is about to ask, before there is a screen. */
export function askEarly<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  asker: Asker,
): void {
  const answer = ask(document, variables, asker);
  early = { key: keyOf(document, variables, asker), answer };
  // Whoever takes it hears of a refusal.
  answer.catch(() => undefined);
}

/** What has been asked early, to whoever asks just that first; null otherwise. */
export function takeEarlyAnswer<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  asker: Asker,
): Promise<Answer<Data>> | null {
  if (early?.key !== keyOf(document, variables, asker)) return null;
  const { answer } = early;
  early = null;
  return answer as Promise<Answer<Data>>;
}

function keyOf({ id }: { readonly id: string }, variables: unknown, asker: Asker): string {
  return JSON.stringify([id, variables, asker.csrfToken, asker.purposeOfUse]);
}
