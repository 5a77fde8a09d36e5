import { Shown, useResident } from '../../resident-view/index.ts';
import type { ComponentChildren } from 'preact';
import { useShell } from '../../shell/index.ts';
import { sectionAgencies, type Section } from '../../values/index.ts';

interface AgencySectionProps {
  readonly section: Section;
  /** As of when the agency says what it says, where it does. */
  readonly asOf?: string | null | undefined;
  readonly children: ComponentChildren;
}

/** What one agency says. It fails on its own, and is asked again on its own. */
export function AgencySection({ section, asOf, children }: AgencySectionProps) {
  const { answer, resident, retrying } = useResident();
  const { say, code, date } = useShell().speech;
  const agency = sectionAgencies[section];
  const problem = answer.problemAt(['resident', section]);
  const isPartial = answer.problemsBelow(['resident', section]).length > 0;
  const answered = isPartial ? 'partly' : 'answered';
  const state = retrying.has(section) ? 'asking' : problem ? problem.kind : answered;
  const isEmpty = resident[section] === null;
  return (
    <section
      class={`card agency agency-${agency}`}
      aria-labelledby={`agency-${section}`}
      aria-busy={state === 'asking'}
    >
      <header>
        <h2 id={`agency-${section}`}>{code('agency', agency)}</h2>
        <span class={`agency-state ${state}`}>
          {say(`agency.${state}`)}
          {!problem && asOf && ` · ${say('agency.asOf', { date: date(asOf) })}`}
        </span>
      </header>
      {problem || isEmpty ? <Shown at={[section]} /> : children}
    </section>
  );
}
