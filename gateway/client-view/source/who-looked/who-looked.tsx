import { useState } from 'preact/hooks';
import { disclosuresDocument, type DisclosuresQuery } from '../../documents/operations.ts';
import type { Answer } from '../graphql/index.ts';
import { Link, useAnswer, useShell } from '../shell/index.ts';
import { Nothing, Refusal, residentName } from '../values/index.ts';
import { DisclosureTable } from './disclosure-table.tsx';

/** Who was shown or refused what about a resident, newest first; one's own looking included. */
export function WhoLooked({ id }: { readonly id: string }) {
  const { speech } = useShell();
  const { say, code } = speech;
  const [recipient, setRecipient] = useState<string | null>(null);
  const filter = recipient === null ? null : { recipient };
  const { asked, again } = useAnswer(disclosuresDocument, { id, filter, after: null });
  return (
    <section class="card" aria-labelledby="who-looked">
      <header>
        <h1 id="who-looked" tabIndex={-1}>
          {say('looked.title')}
        </h1>
        <Link href={`/residents/${id}`}>{say('looked.back')}</Link>
      </header>
      <p>{say('looked.explanation')}</p>
      <label class="field">
        {say('looked.filter')}
        <select
          value={recipient ?? ''}
          onChange={({ currentTarget: { value } }) => setRecipient(value === '' ? null : value)}
        >
          <option value="">{say('looked.everybody')}</option>
          {recipients.map((agency) => (
            <option key={agency} value={agency}>
              {code('agency', agency)}
            </option>
          ))}
        </select>
      </label>
      {asked.kind === 'loading' && <p class="loading">{say('shell.loading')}</p>}
      {asked.kind === 'refused' && <Refusal code={asked.code} again={again} />}
      {asked.kind === 'answered' && <Found answer={asked.answer} id={id} again={again} />}
    </section>
  );
}

const recipients = [
  'housing',
  'benefits',
  'behavioral-health',
  'justice',
  'residents',
  'emergency-medical-services',
] as const;

interface FoundProps {
  readonly answer: Answer<DisclosuresQuery>;
  readonly id: string;
  readonly again: () => void;
}

function Found({ answer, id, again }: FoundProps) {
  const { say } = useShell().speech;
  const path = ['resident', 'disclosures'];
  const problem = answer.problemAt(path);
  if (problem) return <Nothing problem={problem} path={path} residentId={id} retry={again} />;
  const resident = answer.data?.resident;
  const rows = (resident?.disclosures?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  return (
    <>
      <p class="lead">{residentName(resident?.name)}</p>
      {rows.length === 0 ? <p>{say('looked.nobody')}</p> : <DisclosureTable rows={rows} />}
      {resident?.disclosures?.pageInfo.hasNextPage && <p class="hint">{say('looked.more')}</p>}
    </>
  );
}
