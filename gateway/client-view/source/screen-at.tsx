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
const Sharing = loadedWhenShown(async () => (await import('./officers/sharing.tsx')).Sharing);

/** What each screen of a resident shows, by the last part of its path. */
const residentScreens = { '': ResidentPage, consent: ConsentForm, 'break-glass': BreakGlassForm };

/** The screen that a path names. Paths hold opaque ids and nothing else of anybody. */
export function screenAt(path: string) {
  if (path === '/') return <Home />;
  if (path === '/reviews') return <Reviews />;
  if (path === '/sharing') return <Sharing />;
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
