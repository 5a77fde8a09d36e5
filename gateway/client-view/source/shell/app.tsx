import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Speech } from '../language/index.ts';
import { purposeOf, signInAddress, useSession, type Session, type SessionState } from '../session/index.ts';
import { Navigation } from './navigation.tsx';
import { PurposeQuestion } from './purpose.tsx';
import { ShellContext, type Shell } from './shell-context.ts';
import { SessionEnded } from './time-left.tsx';
import { TopBar } from './top-bar.tsx';
import { useAsking } from './use-asking.ts';
import { usePath } from './use-path.ts';
import { usePreference } from './use-preference.ts';
import { useSpeechChoice } from './use-speech.ts';
import { useTheme } from './use-theme.ts';
import { useUnchanged } from './use-unchanged.ts';

/** The page: what stands around every screen, and the screen that the path names. */
export function App({ screen }: { readonly screen: (path: string) => ComponentChildren }) {
  const [speech, chooseLanguage] = useSpeechChoice();
  const [theme, chooseTheme] = useTheme();
  const { state, look, extend, now } = useSession();
  const [path, go] = usePath();
  const firstPath = useRef<string | null>(path);
  const [purpose, choosePurpose] = usePurpose(state);
  const [message, announce] = useState('');
  const navigate = useCallback<Shell['navigate']>(
    (to, beside) => {
      announce('');
      go(to, beside);
    },
    [go],
  );
  const session = state.kind === 'present' || state.kind === 'ended' ? state.session : null;
  const run = useAsking(session, purpose, look);
  const person = useUnchanged(session, isSamePerson);
  const shell = useMemo<Shell | null>(
    () =>
      person && purpose
        ? { speech, session: person, purposeOfUse: purpose, now, path, navigate, run, announce }
        : null,
    [speech, person, purpose, now, path, navigate, run],
  );
  useEffect(() => {
    if (path !== firstPath.current) firstPath.current = null;
  }, [path]);
  const bar = { speech, session, purpose, choosePurpose, chooseLanguage, theme, chooseTheme, now };
  return (
    <>
      <a class="skip" href="#content">
        {speech.say('shell.skip')}
      </a>
      <TopBar {...bar} extend={() => void (session && extend(session.csrfToken))} />
      <main id="content" tabIndex={-1}>
        <p class={message === '' ? 'hidden' : 'message'} role="status">
          {message}
        </p>
        {path === '/signed-in' ? (
          <Notice title={speech.say('session.signedIn')}>{speech.say('session.signedInExplanation')}</Notice>
        ) : shell ? (
          <ShellContext.Provider value={shell}>
            <Navigation />
            <Screen key={`${path} ${purpose}`} isFirst={path === firstPath.current}>
              {screen(path)}
            </Screen>
          </ShellContext.Provider>
        ) : (
          <Beginning speech={speech} state={state} choose={choosePurpose} />
        )}
      </main>
      {state.kind === 'ended' && path !== '/signed-in' && <SessionEnded speech={speech} />}
    </>
  );
}

/** Times go on with every look at the session; the bar shows them, and no screen has to be drawn anew for that. */
function isSamePerson(before: Session | null, after: Session | null): boolean {
  return known(before) === known(after);
}

function known(session: Session | null): string {
  return JSON.stringify(session, (key, value: unknown) => (times.includes(key) ? undefined : value));
}

const times = ['now', 'idleEndsAt', 'absoluteEndsAt'];

/** The purpose that was chosen in this tab, if the person may state it. */
function usePurpose(state: SessionState): readonly [string | null, (purpose: string) => void] {
  const [chosen, choose] = usePreference('purpose');
  const isKnown = state.kind === 'present' || state.kind === 'ended';
  return [isKnown ? purposeOf(state.session, chosen) : null, choose];
}

/**
 * Moves the focus to the heading of a screen that was gone to, as a new page would, as soon as it stands; the
 * first screen keeps the page's start, and who has moved on meanwhile keeps their place.
 */
function Screen({ isFirst, children }: { readonly isFirst: boolean; readonly children: ComponentChildren }) {
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = screen.current;
    if (isFirst || !element) return undefined;
    const observer = new MutationObserver(() => focusHeading(element) && observer.disconnect());
    if (!focusHeading(element)) observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return <div ref={screen}>{children}</div>;
}

/** Whether there is nothing more to wait for. */
function focusHeading(element: HTMLElement): boolean {
  const isElsewhere = document.activeElement !== null && document.activeElement !== document.body;
  const heading = element.querySelector('h1');
  if (!isElsewhere) heading?.focus({ preventScroll: true });
  return isElsewhere || heading !== null;
}

interface BeginningProps {
  readonly speech: Speech;
  readonly state: SessionState;
  readonly choose: (purpose: string) => void;
}

/** What stands in place of a screen until somebody is signed in and has said why they ask. */
function Beginning({ speech, state, choose }: BeginningProps) {
  const { say } = speech;
  if (state.kind === 'unknown') return <p class="loading">{say('shell.loading')}</p>;
  if (state.kind === 'unavailable')
    return <Notice title={say('session.unavailable')}>{say('session.unavailableExplanation')}</Notice>;
  if (state.kind === 'none')
    return (
      <Notice title={say('session.welcome')}>
        {say('session.welcomeExplanation')}
        <br />
        <a class="button" href={signInAddress(location.pathname)}>
          {say('session.signIn')}
        </a>
      </Notice>
    );
  return <PurposeQuestion speech={speech} session={state.session} choose={choose} />;
}

function Notice({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="card notice">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{children}</p>
    </section>
  );
}
