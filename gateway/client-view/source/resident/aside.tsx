import { Consents } from '../consents/index.ts';
import { Household } from '../household/index.ts';
import { useResident, type Resident } from '../resident-view/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { Contact } from './contact.tsx';
import { Relations } from './relations.tsx';

/** What stands beside the main column: with whom the resident lives, and who may do what. */
export function Aside() {
  return (
    <div class="resident-aside">
      <Household />
      <Contact />
      <Relations />
      <Consents />
      <Looked />
      <Emergency />
    </div>
  );
}

/** The way to the list of who looked, for those who may read it. */
function Looked() {
  const { say } = useShell().speech;
  const { resident } = useResident();
  if (!isPermitted(resident, 'disclosure-record')) return null;
  return (
    <section class="card" aria-labelledby="looked">
      <h2 id="looked">{say('looked.title')}</h2>
      <Link href={`/residents/${resident.id}/who-looked`}>{say('looked.open')}</Link>
    </section>
  );
}

/** They read of emergencies, and open nothing in them. */
const officers: readonly string[] = ['privacy-officer', 'data-steward'];

/** The way into closed records in an emergency, for those whose role has one. */
function Emergency() {
  const { resident } = useResident();
  const { speech, session } = useShell();
  const { say } = speech;
  const isWorker = !session.residentId && !session.roles.some((role) => officers.includes(role));
  if (!isWorker || !isPermitted(resident, 'break-glass-record')) return null;
  return (
    <section class="card" aria-labelledby="emergency">
      <h2 id="emergency">{say('glass.emergency')}</h2>
      <p>{say('glass.emergencyHint')}</p>
      <p class="actions">
        <Link class="button danger" href={`/residents/${resident.id}/break-glass`}>
          {say('glass.break')}
        </Link>
      </p>
    </section>
  );
}

function isPermitted({ access }: Resident, wanted: string): boolean {
  return access?.categories?.some((one) => one.category === wanted && one.isPermitted) ?? false;
}
