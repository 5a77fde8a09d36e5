import type { Session } from './session.ts';

/** How long sessions last, in minutes (NIST SP 800-63B-4, section 5.2). */
export interface SessionTimes {
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
  readonly stepUpMinutes: number;
}

/** When an idle session that is used at a time ends: never after its absolute end. */
export function idleEnd({ idleMinutes }: SessionTimes, absoluteEndsAt: Date, at: Date): Date {
  return new Date(Math.min(minutesLater(at, idleMinutes).getTime(), absoluteEndsAt.getTime()));
}

/** A time that many minutes after another. */
export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** Each use would be a write: the end is moved only when that makes it later by more than this part of the time. */
const worthWriting = 1 / 30;

/** Whether a use moves the idle end so far that it is written down. */
export function isWorthExtending(times: SessionTimes, session: Session, at: Date): boolean {
  const gained = idleEnd(times, session.absoluteEndsAt, at).getTime() - session.idleEndsAt.getTime();
  return gained > times.idleMinutes * 60_000 * worthWriting;
}
