/** Who is signed in, as `GET /session` says. Times are ISO 8601 in UTC. */
export interface Session {
  readonly subject: string;
  readonly name: string | null;
  readonly agency: string;
  readonly roles: readonly string[];
  /** Codes that may be stated; null if the identity provider doesn't restrict them. */
  readonly purposesOfUse: readonly string[] | null;
  readonly residentId?: string | null;
  readonly csrfToken: string;
  readonly idleEndsAt: string;
  readonly absoluteEndsAt: string;
  readonly steppedUpUntil?: string | null;
  /** The gateway's clock. */
  readonly now?: string;
}

/** The session of this browser; null if there is none. */
export async function readSession(): Promise<Session | null> {
  const response = await fetch('/session', { headers: { accept: 'application/json' } });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`The session could not be read: ${response.status}.`);
  return (await response.json()) as Session;
}

let first: Promise<Session | null> | null = null;

/** The session with which the page begins: asked for once, by whoever wants to know first. */
export function readFirstSession(): Promise<Session | null> {
  return (first ??= readSession());
}

/** Counts as activity; null if the session is over. */
export async function extendSession(csrfToken: string): Promise<Session | null> {
  const response = await fetch('/session/extend', { method: 'POST', headers: { 'x-csrf-token': csrfToken } });
  return response.ok ? ((await response.json()) as Session) : readSession();
}

/** Ends the session in every tab; tells where the identity provider's own ends. */
export async function signOut(csrfToken: string): Promise<string> {
  const response = await fetch('/sign-out', { method: 'POST', headers: { 'x-csrf-token': csrfToken } });
  const { location } = response.ok ? ((await response.json()) as { location?: string }) : {};
  return location ?? '/';
}

/** Where signing in begins, and comes back to. */
export function signInAddress(path: string): string {
  return `/sign-in?return=${encodeURIComponent(path)}`;
}

/** Where the identity provider asks a person again who they are. */
export function stepUpAddress(path: string): string {
  return `/sign-in/step-up?return=${encodeURIComponent(path)}`;
}
