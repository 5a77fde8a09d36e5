import { Link, useShell } from './shell/index.ts';

/** For a path that names no screen. */
export function NotFound() {
  const { say } = useShell().speech;
  return (
    <section class="card notice">
      <h1 tabIndex={-1}>{say('notFound.title')}</h1>
      <p>
        <Link href="/">{say('notFound.home')}</Link>
      </p>
    </section>
  );
}
