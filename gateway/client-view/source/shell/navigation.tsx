import type { MessageKey } from '../language/index.ts';
import { Link } from './link.tsx';
import { useShell } from './shell-context.ts';

const entries: readonly (readonly [string, MessageKey, readonly string[] | null])[] = [
  ['/', 'navigation.residents', null],
  ['/agreements', 'navigation.agreements', ['privacy-officer', 'data-steward']],
  ['/simulator', 'navigation.simulator', ['privacy-officer', 'data-steward']],
  ['/reviews', 'navigation.reviews', ['privacy-officer']],
  ['/ledger', 'navigation.ledger', ['privacy-officer', 'data-steward']],
  ['/uses', 'navigation.uses', ['privacy-officer', 'data-steward']],
  ['/sharing', 'navigation.sharing', ['privacy-officer', 'data-steward']],
  ['/agencies', 'navigation.health', ['privacy-officer', 'data-steward', 'system-administrator']],
];

/** The screens that a person's roles have, where there are more than one. */
export function Navigation() {
  const { speech, session, path } = useShell();
  const mine = entries.filter(
    ([, , roles]) => roles === null || roles.some((role) => session.roles.includes(role)),
  );
  if (mine.length < 2) return null;
  return (
    <nav class="navigation" aria-label={speech.say('navigation.title')}>
      {mine.map(([href, name]) => (
        <Link key={href} href={href} current={href === '/' ? path === href : path.startsWith(href)}>
          {speech.say(name)}
        </Link>
      ))}
    </nav>
  );
}
