import type { Withheld } from '../graphql/index.ts';
import type { Session } from '../session/index.ts';

/** The reason in whose words somebody is told: to residents themselves nobody speaks of work. */
export function spokenReason({ reason }: Withheld, session: Session): Withheld['reason'] | 'OTHER_PERSON' {
  return session.residentId && reason === 'RELATIONSHIP' ? 'OTHER_PERSON' : reason;
}

/** The same of what can be done. */
export function spokenRemedy({ remedy }: Withheld, session: Session): Withheld['remedy'] | 'OTHER_PERSON' {
  return session.residentId && remedy === 'RECORD_RELATIONSHIP' ? 'OTHER_PERSON' : remedy;
}
