import { Link, useShell } from '../shell/index.ts';
import { Caseload } from './caseload.tsx';
import { Search } from './search.tsx';

/** Where work begins: the person's own residents, and the search for another. */
export function Home() {
  const { speech, session } = useShell();
  if (session.residentId)
    return (
      <section class="card notice">
        <h1 tabIndex={-1}>{speech.say('home.mine')}</h1>
        <p>{speech.say('home.mineExplanation')}</p>
        <Link class="button" href={`/residents/${session.residentId}`}>
          {speech.say('home.openMine')}
        </Link>{' '}
        <Link class="button secondary" href={`/residents/${session.residentId}/who-looked`}>
          {speech.say('looked.open')}
        </Link>
      </section>
    );
  return (
    <>
      <h1 tabIndex={-1}>{speech.say('home.title')}</h1>
      <div class="home">
        <Caseload />
        <Search />
      </div>
    </>
  );
}
