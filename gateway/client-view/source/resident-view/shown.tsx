import type { ComponentChildren } from 'preact';
import type { Path } from '../graphql/index.ts';
import { Nothing, NotRecorded, sectionAgencies, type Section } from '../values/index.ts';
import { useResident } from './resident-context.ts';

interface ShownProps {
  /** Where the value stands below the resident. */
  readonly at: Path;
  readonly children?: ComponentChildren;
}

/** A value, or in words which of the three kinds of nothing stands in its place. */
export function Shown({ at, children }: ShownProps) {
  const { answer, resident, retry } = useResident();
  const path = ['resident', ...at];
  const problem = answer.problemAt(path);
  const section = at[0] as Section;
  const again = section in sectionAgencies ? () => retry(section) : undefined;
  if (problem) return <Nothing problem={problem} path={path} residentId={resident.id} retry={again} />;
  const isEmpty = children == null || children === '' || children === false;
  return isEmpty ? <NotRecorded /> : <>{children}</>;
}

/** A label with its value in a list of facts. */
export function Fact({ label, at, children }: ShownProps & { readonly label: string }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        <Shown at={at}>{children}</Shown>
      </dd>
    </div>
  );
}
