import { NotFound } from './not-found.tsx';
import { loadedWhenShown } from './shell/index.ts';

const Home = loadedWhenShown(async () => (await import('./home/index.ts')).Home);
const ResidentScreen = loadedWhenShown(async () => (await import('./resident/index.ts')).ResidentScreen);
const ResidentPage = loadedWhenShown(async () => (await import('./resident/index.ts')).ResidentPage);
const ConsentForm = loadedWhenShown(async () => (await import('./consents/consent-form.tsx')).ConsentForm);
const BreakGlassForm = loadedWhenShown(
  async () => (await import('./break-glass/break-glass-form.tsx')).BreakGlassForm,
);

const WhoLooked = loadedWhenShown(async () => (await import('./who-looked/index.ts')).WhoLooked);
const Reviews = loadedWhenShown(async () => (await import('./officers/reviews.tsx')).Reviews);
const Agreements = loadedWhenShown(async () => (await import('./agreements/index.ts')).Agreements);
const AgreementScreen = loadedWhenShown(async () => (await import('./agreements/index.ts')).AgreementScreen);
const Simulator = loadedWhenShown(async () => (await import('./simulator/index.ts')).Simulator);
const Ledger = loadedWhenShown(async () => (await import('./ledger-search/index.ts')).Ledger);
const DataUses = loadedWhenShown(async () => (await import('./data-uses/index.ts')).DataUses);
const AgencyHealth = loadedWhenShown(async () => (await import('./agency-health/index.ts')).AgencyHealth);
const Sharing = loadedWhenShown(async () => (await import('./officers/sharing.tsx')).Sharing);

/** What each screen of a resident shows, by the last part of its path. */
const residentScreens = { '': ResidentPage, consent: ConsentForm, 'break-glass': BreakGlassForm };

/** Screens about nobody in particular, by their paths. */
const aloneScreens: Readonly<Record<string, typeof Home | undefined>> = {
  '/': Home,
  '/agreements': Agreements,
  '/simulator': Simulator,
  '/reviews': Reviews,
  '/ledger': Ledger,
  '/uses': DataUses,
  '/sharing': Sharing,
  '/agencies': AgencyHealth,
};

/** The screen that a path names. Paths hold opaque ids and nothing else of anybody. */
export function screenAt(path: string) {
  const Alone = aloneScreens[path];
  if (Alone) return <Alone />;
  const [, agreement] = /^\/agreements\/([\w-]{1,80})$/.exec(path) ?? [];
  if (agreement !== undefined) return <AgreementScreen id={agreement} />;
  const [, id, name = ''] = /^\/residents\/([\w-]{1,64})(?:\/([a-z-]+))?$/.exec(path) ?? [];
  if (id !== undefined && name === 'who-looked') return <WhoLooked id={id} />;
  const Screen = residentScreens[name as keyof typeof residentScreens];
  if (id === undefined || !Screen) return <NotFound />;
  return (
    <ResidentScreen id={id}>
      <Screen />
    </ResidentScreen>
  );
}
