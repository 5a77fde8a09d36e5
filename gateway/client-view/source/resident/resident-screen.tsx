import { ResidentContext, useResidentView } from '../resident-view/index.ts';
import type { ComponentChildren } from 'preact';
import { useShell } from '../shell/index.ts';
import { Nothing, Refusal } from '../values/index.ts';

interface ResidentScreenProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** Asks for the resident, and shows within what was answered. */
export function ResidentScreen({ id, children }: ResidentScreenProps) {
  const { speech } = useShell();
  const { say } = speech;
  const { asked, again, retry, retrying } = useResidentView(id);
  if (asked.kind === 'loading')
    return (
      <p class="loading" role="status">
        {say('shell.loading')}
      </p>
    );
  if (asked.kind === 'refused')
    return (
      <section class="card">
        <h1 tabIndex={-1}>{say('resident.title')}</h1>
        <Refusal code={asked.code} again={again} />
      </section>
    );
  const { answer } = asked;
  const resident = answer.data?.resident;
  const problem = answer.problemAt(['resident']);
  if (!resident)
    return (
      <section class="card">
        <h1 tabIndex={-1}>{say('resident.title')}</h1>
        {problem ? (
          <Nothing problem={problem} path={['resident']} residentId={id} retry={again} />
        ) : (
          <p>{say('resident.unknown')}</p>
        )}
      </section>
    );
  return (
    <ResidentContext.Provider value={{ resident, answer, reload: again, retry, retrying }}>
      {children}
    </ResidentContext.Provider>
  );
}
