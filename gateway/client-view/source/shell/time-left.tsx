import { useEffect, useRef, useState } from 'preact/hooks';
import type { Speech } from '../language/index.ts';
import { signInAddress, type Session } from '../session/index.ts';

const warnMilliseconds = 120_000;

interface TimeLeftProps {
  readonly speech: Speech;
  readonly session: Session;
  readonly now: () => number;
  readonly extend: () => void;
  readonly signOut: () => void;
}

/** How long the session still lasts, and a warning two minutes before it ends (WCAG 2.2, 2.2.1). */
export function TimeLeft({ speech, session, now, extend, signOut }: TimeLeftProps) {
  const { say } = speech;
  const left = useMillisecondsLeft(session, now);
  const isNear = left > 0 && left < warnMilliseconds;
  const absolute = Date.parse(session.absoluteEndsAt) <= Date.parse(session.idleEndsAt);
  return (
    <>
      <span class="time-left">{say('session.left', { minutes: Math.max(0, Math.ceil(left / 60_000)) })}</span>
      {isNear && (
        <ModalNotice title={say('session.warning')}>
          <p>{say(absolute ? 'session.warningAbsolute' : 'session.warningIdle')}</p>
          <p class="actions">
            {!absolute && (
              <button class="button" type="button" onClick={extend}>
                {say('session.stay')}
              </button>
            )}
            <button class="button secondary" type="button" onClick={signOut}>
              {say('session.signOut')}
            </button>
          </p>
        </ModalNotice>
      )}
    </>
  );
}

/** The session is over. The page stays as it is behind this, so that nothing that was typed is lost. */
export function SessionEnded({ speech }: { readonly speech: Speech }) {
  const { say } = speech;
  return (
    <ModalNotice title={say('session.ended')}>
      <p>{say('session.endedExplanation')}</p>
      <p class="actions">
        <a class="button" href={signInAddress('/signed-in')} target="_blank" rel="noreferrer">
          {say('session.signInAgain')}
        </a>
      </p>
    </ModalNotice>
  );
}

function ModalNotice({
  title,
  children,
}: {
  readonly title: string;
  readonly children: preact.ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => void (before instanceof HTMLElement && before.focus());
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="notice-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="notice-title">{title}</h2>
      {children}
    </dialog>
  );
}

function useMillisecondsLeft({ idleEndsAt, absoluteEndsAt }: Session, now: () => number): number {
  const end = Math.min(Date.parse(idleEndsAt), Date.parse(absoluteEndsAt));
  const [left, setLeft] = useState(end - now());
  useEffect(() => {
    const look = (): void => setLeft(end - now());
    look();
    const timer = setInterval(look, 5000);
    return () => clearInterval(timer);
  }, [end, now]);
  return left;
}
