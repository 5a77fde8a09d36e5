import type { Path, Problem } from '../graphql/index.ts';
import { useShell, useSpeech } from '../shell/index.ts';
import { agencyOfProblem } from './agency-of.ts';
import { Icon } from './icon.tsx';
import { spokenReason } from './spoken-reason.ts';
import { Why } from './why.tsx';

interface NothingProps {
  readonly problem: Problem;
  readonly path: Path;
  readonly residentId: string | null;
  /** Asks the agency alone again; left out where that can't be done. */
  readonly retry?: (() => void) | undefined;
}

/** Says in words why a value isn't there: withheld, or its agency isn't answering. */
export function Nothing({ problem, path, residentId, retry }: NothingProps) {
  const { speech, session, purposeOfUse } = useShell();
  const { say, code } = speech;
  const agency = code('agency', agencyOfProblem(problem, path)) ?? '';
  if (problem.kind === 'unanswered')
    return (
      <span class="nothing unanswered">
        <Icon name="plug" />
        {say('nothing.unanswered', { agency })}
        {retry && (
          <button class="why" type="button" onClick={retry}>
            {say('nothing.retry')}
            <span class="hidden"> {agency}</span>
          </button>
        )}
      </span>
    );
  return (
    <span class="nothing withheld">
      <Icon name="lock" />
      {say(`withheld.${spokenReason(problem, session)}`, {
        agency,
        purpose: code('purpose', purposeOfUse) ?? '',
      })}
      <Why {...{ problem, path, residentId }} />
    </span>
  );
}

/** Says that the agency has no value: neither withheld nor unanswered. */
export function NotRecorded() {
  return <span class="nothing not-recorded">{useSpeech().say('nothing.notRecorded')}</span>;
}
