import type { Language, Speech } from '../language/index.ts';
import { signOut as endSession, type Session } from '../session/index.ts';
import { PurposePicker } from './purpose.tsx';
import { TimeLeft } from './time-left.tsx';
import type { Theme } from './use-theme.ts';

interface TopBarProps {
  readonly speech: Speech;
  readonly session: Session | null;
  readonly purpose: string | null;
  readonly choosePurpose: (purpose: string) => void;
  readonly chooseLanguage: (language: Language) => void;
  readonly theme: Theme;
  readonly chooseTheme: (theme: Theme) => void;
  readonly now: () => number;
  readonly extend: () => void;
}

/** Who asks, for what purpose, and for how long: in sight on every screen. */
export function TopBar({
  speech,
  session,
  purpose,
  choosePurpose,
  now,
  extend,
  ...preferences
}: TopBarProps) {
  const { say, code } = speech;
  const signOut = (): void => {
    if (session) void endSession(session.csrfToken).then((address) => location.assign(address));
  };
  return (
    <header class="top-bar">
      <a class="product" href="/">
        <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="4" />
          <path d="M12 8V3M12 21v-5M8 12H3M21 12h-5" />
          <circle cx="12" cy="3" r="1.6" />
          <circle cx="12" cy="21" r="1.6" />
          <circle cx="3" cy="12" r="1.6" />
          <circle cx="21" cy="12" r="1.6" />
        </svg>
        Resident Graph
      </a>
      {session && <PurposePicker {...{ speech, session, purpose }} choose={choosePurpose} />}
      {session && (
        <p class="who">
          <strong>{session.name ?? session.subject}</strong>
          <span>
            {code('agency', session.agency)} · <TimeLeft {...{ speech, session, now, extend, signOut }} />
          </span>
        </p>
      )}
      <Preferences speech={speech} {...preferences} />
      {session && (
        <button class="quiet" type="button" onClick={signOut}>
          {say('session.signOut')}
        </button>
      )}
    </header>
  );
}

const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['es', 'Español'],
];
const themes: readonly Theme[] = ['system', 'light', 'dark'];

function Preferences({
  speech,
  chooseLanguage,
  theme,
  chooseTheme,
}: Pick<TopBarProps, 'speech' | 'chooseLanguage' | 'theme' | 'chooseTheme'>) {
  const { say, language } = speech;
  return (
    <div class="preferences">
      <label>
        <span class="hidden">{say('preference.language')}</span>
        <select
          value={language}
          onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}
        >
          {languages.map(([one, name]) => (
            <option key={one} value={one} lang={one}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="hidden">{say('preference.theme')}</span>
        <select value={theme} onChange={({ currentTarget }) => chooseTheme(currentTarget.value as Theme)}>
          {themes.map((one) => (
            <option key={one} value={one}>
              {say(`theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
