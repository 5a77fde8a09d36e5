import { useShell } from '../shell/index.ts';
import { Caseload } from './caseload.tsx';
import { Search } from './search.tsx';

/** Where work begins: the person's own residents, and the search for another. */
export function Home() {
  const { speech, session } = useShell();
  return (
    <>
      <h1 tabIndex={-1}>{speech.say('home.title', { name: session.name ?? '' })}</h1>
      <div class="home">
        <Caseload />
        <Search />
      </div>
    </>
  );
}
