import type { Account } from './provider-options.ts';

/** The page where somebody chooses who to be: one button for each account, told by what they are. */
export function accountPage(requestId: string, accounts: readonly Account[], isAgain: boolean): string {
  const heading = isAgain ? 'Confirm who you are' : 'Who are you?';
  const rows = accounts.map(
    ({ subject, title, description }) =>
      `<li><button name="account" value="${escaped(subject)}">${escaped(title)}</button> <span>${escaped(description)}</span></li>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
  ul { list-style: none; padding: 0 }
  li { margin: 0 0 1rem }
  button { font: inherit; font-weight: 600; padding: .5rem 1rem; min-width: 16rem; text-align: left; cursor: pointer }
  span { display: block; padding: .25rem 0 0 }
</style>
<main>
<h1>${heading}</h1>
<p>An identity provider for development, on this machine alone. Everybody here is invented and nobody has a password.</p>
<form method="post" action="/authorize">
<input type="hidden" name="request" value="${escaped(requestId)}">
<ul>
${rows.join('\n')}
</ul>
</form>
</main>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
