import { OpenBreakGlass } from '../break-glass/index.ts';
import { loadedWhenPainted, useShell } from '../shell/index.ts';
import { Alerts } from './alerts.tsx';
import { Banner } from './banner.tsx';
import { Programs } from './programs.tsx';

const Timeline = loadedWhenPainted(async () => (await import('../timeline/index.ts')).Timeline);
const Aside = loadedWhenPainted(async () => (await import('./aside.tsx')).Aside);
const Agencies = loadedWhenPainted(async () => (await import('./agencies/index.ts')).Agencies);

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
        <Aside />
        <div class="resident-agencies">
          <h2 class="part">{say('agencies.title')}</h2>
          <Agencies />
        </div>
      </div>
    </>
  );
}
