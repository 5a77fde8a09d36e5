import { caseloadDocument, residentDocument } from '../documents/operations.ts';
import { askEarly } from './graphql/index.ts';
import { purposeOf, readFirstSession, type Session } from './session/index.ts';

/**
 * What runs first: it asks what the first screen shows while all that draws it is still being loaded. Nothing is asked
 * before somebody has said why, and nothing that the screen won't show.
 */
function ask(session: Session | null): void {
  const purposeOfUse = session && purposeOf(session, sessionStorage.getItem('purpose'));
  if (session === null || purposeOfUse === null) return;
  const asker = { csrfToken: session.csrfToken, purposeOfUse };
  const [, id] = /^\/residents\/([\w-]{1,64})$/.exec(location.pathname) ?? [];
  if (id !== undefined) askEarly(residentDocument, { id }, asker);
  else if (location.pathname === '/' && !session.residentId) askEarly(caseloadDocument, {}, asker);
}

readFirstSession().then(ask, () => undefined);
