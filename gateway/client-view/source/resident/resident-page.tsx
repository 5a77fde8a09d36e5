import { useResident, type Resident } from '../resident-view/index.ts';
import { OpenBreakGlass } from '../break-glass/index.ts';
import { Consents } from '../consents/index.ts';
import { Household } from '../household/index.ts';
import { Link, loadedWhenShown, useShell } from '../shell/index.ts';
import {
  BehavioralHealthSection,
  BenefitsSection,
  HousingSection,
  JusticeSection,
} from './agencies/index.ts';
import { Alerts } from './alerts.tsx';
import { Banner } from './banner.tsx';
import { Contact } from './contact.tsx';
import { Programs } from './programs.tsx';
import { Relations } from './relations.tsx';

const Timeline = loadedWhenShown(async () => (await import('../timeline/index.ts')).Timeline);

/** One resident on one page: what calls for attention first, then what goes on, then each agency in full. */
export function ResidentPage() {
  const { say } = useShell().speech;
  return (
    <>
      <Banner />
      <OpenBreakGlass />
      <div class="resident">
        <div class="resident-main">
          <Alerts />
          <Programs />
          <Timeline />
        </div>
        <div class="resident-aside">
          <Household />
          <Contact />
          <Relations />
          <Consents />
          <Looked />
          <Emergency />
        </div>
        <div class="resident-agencies">
          <h2 class="part">{say('agencies.title')}</h2>
          <div class="agencies">
            <HousingSection />
            <BenefitsSection />
            <BehavioralHealthSection />
            <JusticeSection />
          </div>
        </div>
      </div>
    </>
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

/** The way into closed records in an emergency, for those whose role has one. */
function Emergency() {
  const { resident } = useResident();
  const { say } = useShell().speech;
  if (!isPermitted(resident, 'break-glass-record')) return null;
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
