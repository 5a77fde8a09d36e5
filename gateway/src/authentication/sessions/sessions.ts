import type { Failure } from '../../errors/index.ts';
import { failure, toFailure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { AuthenticateDecision, RequestHeaders } from '../authenticator.ts';
import type { Caller } from '../caller.ts';
import { purposeOf } from '../purpose-of.ts';
import { createCallerMemory } from './caller-memory.ts';
import { cookieWithout, secretOf } from './cookies.ts';
import { crossSiteRefusal, csrfTokenOf } from './cross-site.ts';
import { hashOf } from './secret.ts';
import type { SessionStore } from './session-store.ts';
import type { SessionTimes } from './session-times.ts';
import { idleEnd, isWorthExtending } from './session-times.ts';
import type { Session } from './session.ts';

/** What sessions are made from. */
export interface SessionsOptions {
  readonly store: SessionStore;
  readonly times: SessionTimes;
  /** The origin under which browsers know this gateway. */
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What a page is told of its session. */
export interface SessionView {
  readonly subject: string;
  readonly name: string | null;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposesOfUse: readonly string[] | null;
  readonly residentId: string | null;
  readonly csrfToken: string;
  readonly idleEndsAt: Date;
  readonly absoluteEndsAt: Date;
  readonly steppedUpUntil: Date | null;
  readonly now: Date;
}

/** What a page asked for, or why it doesn't get it. */
export type SessionDecision<Found> =
  ({ readonly kind: 'found' } & Found) | { readonly kind: 'refused'; readonly failure: Failure };

/** The sessions of browsers. Nothing here rejects; what can't be decided is refused. */
export interface Sessions {
  /** Who calls by the cookie of a session, and why; counts as activity. */
  readonly authenticate: (headers: RequestHeaders) => Promise<AuthenticateDecision>;
  /** Doesn't count as activity. */
  readonly view: (headers: RequestHeaders) => Promise<SessionDecision<{ readonly session: SessionView }>>;
  readonly extend: (headers: RequestHeaders) => Promise<SessionDecision<{ readonly session: SessionView }>>;
  /** Ends the session everywhere, and hands the browser a header that takes its cookie back. */
  readonly end: (headers: RequestHeaders) => Promise<SessionDecision<{ readonly cookie: string }>>;
}

/** A session that was found by its cookie. */
interface Known {
  readonly secret: string;
  readonly idHash: string;
  readonly session: Session;
  readonly at: Date;
}

/** Makes the sessions of browsers over a store that all processes share. */
export function createSessions(options: SessionsOptions): Sessions {
  const { store, times, log } = options;
  const remembered = createCallerMemory();
  const extended = async (known: Known): Promise<Known> => {
    const { idHash, session, at } = known;
    const idleEndsAt = idleEnd(times, session.absoluteEndsAt, at);
    await store.extend(idHash, idleEndsAt, at);
    return { ...known, session: { ...session, idleEndsAt } };
  };
  return {
    authenticate: async (headers) =>
      guarded(log, async () => {
        const known = await ownKnown(headers, options);
        const caller = remembered(callerIn(known));
        const purpose = purposeOf(caller, single(headers['purpose-of-use']));
        if (purpose.kind === 'refused') return purpose;
        if (isWorthExtending(times, known.session, known.at)) await extended(known);
        return { kind: 'caller', caller, purposeOfUse: purpose.purposeOfUse };
      }),
    view: async (headers) =>
      guarded(log, async () => ({ kind: 'found', session: viewOf(await knownBy(headers, options)) })),
    extend: async (headers) =>
      guarded(log, async () => ({
        kind: 'found',
        session: viewOf(await extended(await ownKnown(headers, options))),
      })),
    end: async (headers) =>
      guarded(log, async () => {
        const { idHash } = await ownKnown(headers, options);
        await store.end(idHash);
        return { kind: 'found', cookie: cookieWithout('__Host-session') };
      }),
  };
}

/** The session of a request that a page of this origin has made. */
async function ownKnown(headers: RequestHeaders, options: SessionsOptions): Promise<Known> {
  const secret = secretOf(headers, '__Host-session');
  const refusal = secret === null ? null : crossSiteRefusal(headers, secret, options.origin);
  if (refusal !== null) throw refusal;
  return knownBy(headers, options);
}

async function knownBy(headers: RequestHeaders, { store, now }: SessionsOptions): Promise<Known> {
  const secret = secretOf(headers, '__Host-session');
  if (secret === null) throw noSession();
  const idHash = hashOf(secret);
  const at = now();
  const session = await store.read(idHash, at);
  if (session === null) throw noSession();
  return { secret, idHash, session, at };
}

function noSession(): Failure {
  return failure('UNAUTHENTICATED', { message: 'There is no session, or it has ended.' });
}

function callerIn({ session: { caller, steppedUpUntil }, at }: Known): Caller {
  const isSteppedUp = steppedUpUntil !== null && steppedUpUntil.getTime() > at.getTime();
  return isSteppedUp ? caller : { ...caller, needsStepUp: true };
}

function viewOf({ secret, session, at }: Known): SessionView {
  const { caller, name, idleEndsAt, absoluteEndsAt, steppedUpUntil } = session;
  const { subject, agency, roles, purposesOfUse, residentId } = caller;
  const isSteppedUp = steppedUpUntil !== null && steppedUpUntil.getTime() > at.getTime();
  return {
    subject,
    name,
    agency,
    roles,
    purposesOfUse,
    residentId,
    csrfToken: csrfTokenOf(secret),
    idleEndsAt,
    absoluteEndsAt,
    steppedUpUntil: isSteppedUp ? steppedUpUntil : null,
    now: at,
  };
}

async function guarded<Decision>(
  log: Logger,
  decide: () => Promise<Decision>,
): Promise<Decision | { readonly kind: 'refused'; readonly failure: Failure }> {
  try {
    return await decide();
  } catch (thrown) {
    const inner = toFailure(thrown);
    if (inner.code === 'SESSIONS_UNAVAILABLE' || inner.code === 'INTERNAL_SERVER_ERROR')
      log.error('a session could not be read', { error: thrown });
    return { kind: 'refused', failure: inner };
  }
}

function single(value: RequestHeaders[string]): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}
