import { useState } from 'preact/hooks';
import type { Path, Withheld } from '../graphql/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { stepUpAddress } from '../session/index.ts';
import { agencyOfProblem } from './agency-of.ts';
import { Dialog } from './dialog.tsx';
import { spokenReason, spokenRemedy } from './spoken-reason.ts';

interface WhyProps {
  readonly problem: Withheld;
  readonly path: Path;
  /** Of whom it is withheld; null where there is no one resident. */
  readonly residentId: string | null;
}

/** A button that opens the explanation of something that is withheld. */
export function Why(props: WhyProps) {
  const { speech } = useShell();
  const [isOpen, setOpen] = useState(false);
  const subject = speech.code('category', props.problem.category) ?? speech.say('why.this');
  return (
    <>
      <button class="why" type="button" onClick={() => setOpen(true)}>
        {speech.say('why.button')}
        <span class="hidden"> {subject}</span>
      </button>
      {isOpen && <Explanation {...props} subject={subject} close={() => setOpen(false)} />}
    </>
  );
}

function Explanation({
  problem,
  path,
  residentId,
  subject,
  close,
}: WhyProps & { readonly subject: string; readonly close: () => void }) {
  const { speech, session, purposeOfUse } = useShell();
  const { say, code } = speech;
  const agency = code('agency', agencyOfProblem(problem, path)) ?? '';
  return (
    <Dialog title={say('why.title', { subject })} close={close}>
      <p class="lead">
        {say(`reason.${spokenReason(problem, session)}`, {
          agency,
          purpose: code('purpose', purposeOfUse) ?? '',
        })}
      </p>
      <dl class="facts">
        <dt>{say('why.holder')}</dt>
        <dd>{agency}</dd>
        <dt>{say('why.authority')}</dt>
        <dd>{problem.authority}</dd>
        {problem.agreement !== null && (
          <>
            <dt>{say('why.agreement')}</dt>
            <dd>
              <code>{problem.agreement}</code>
            </dd>
          </>
        )}
      </dl>
      <h3>{say('why.remedy')}</h3>
      <Remedy {...{ problem, path, residentId, close }} />
    </Dialog>
  );
}

/** Who may let their own agency have more; its staff may not. */
const officers: readonly string[] = ['privacy-officer', 'data-steward'];

/** What can be done, and the way to it where the person may go it. */
function Remedy({ problem, path, residentId, close }: WhyProps & { readonly close: () => void }) {
  const { speech, session } = useShell();
  const { say, code } = speech;
  const agency = agencyOfProblem(problem, path);
  const text = say(`remedy.${spokenRemedy(problem, session)}`, { agency: code('agency', agency) ?? '' });
  const { remedy, category } = problem;
  const isOfficer = session.agency === agency && session.roles.some((role) => officers.includes(role));
  const mayRecord = isOfficer || session.residentId === residentId;
  if (remedy === 'REQUEST_CONSENT' && residentId !== null)
    return mayRecord ? (
      <>
        <p>{text}</p>
        <p>
          <Link class="button" href={`/residents/${residentId}/consent`} state={{ category }}>
            {say('consent.record')}
          </Link>
        </p>
      </>
    ) : (
      <p>
        {text} {say('remedy.askAgency', { agency: code('agency', agency) ?? '' })}
      </p>
    );
  return (
    <>
      <p>{text}</p>
      {remedy === 'STATE_PURPOSE' && (
        <button class="button" type="button" onClick={() => choosePurpose(close)}>
          {say('remedy.choosePurpose')}
        </button>
      )}
      {remedy === 'STEP_UP' && (
        <a class="button" href={stepUpAddress('/signed-in')} target="_blank" rel="noreferrer">
          {say('remedy.stepUp')}
        </a>
      )}
      {remedy === 'BREAK_GLASS' && residentId !== null && (
        <Link class="button danger" href={`/residents/${residentId}/break-glass`}>
          {say('glass.break')}
        </Link>
      )}
    </>
  );
}

function choosePurpose(close: () => void): void {
  close();
  setTimeout(() => document.querySelector<HTMLElement>('#purpose-of-use')?.focus(), 0);
}
