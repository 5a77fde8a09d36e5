import type { Failure } from '../errors/index.ts';
import { entryOf, statusOf } from '../errors/index.ts';

/**
 * What a person sees whose browser comes back from the identity provider without having signed in. Its texts
 * are the catalogue's and our own; nothing of the request is in it.
 */
export function signInFailedPage(inner: Failure): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  const { audience, remedy } = entryOf(inner.code);
  const [message, advice] =
    audience === 'client' ? [inner.message, remedy] : ['The gateway could not answer.', 'Try again later.'];
  return {
    status: statusOf(inner),
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Signing in did not succeed</title>
<main>
<h1>Signing in did not succeed</h1>
<p>${escaped(message)}</p>
<p>${escaped(advice)}</p>
<p><a href="/sign-in">Sign in again</a></p>
</main>
</html>
`,
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
