import { useState } from 'preact/hooks';
import { disclosuresDocument } from '../../documents/operations.ts';
import { Link, usePages, useShell } from '../shell/index.ts';
import { AgencyOptions, More, residentName, WhenAnswered } from '../values/index.ts';
import { DisclosureTable } from './disclosure-table.tsx';

/** Who was shown or refused what about a resident, newest first; one's own looking included. */
export function WhoLooked({ id }: { readonly id: string }) {
  const { say } = useShell().speech;
  const [recipient, setRecipient] = useState<string | null>(null);
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
          <AgencyOptions />
        </select>
      </label>
      <Found key={recipient} id={id} recipient={recipient} />
    </section>
  );
}

function Found({ id, recipient }: { readonly id: string; readonly recipient: string | null }) {
  const { say } = useShell().speech;
  const { asked, again, nodes, more } = usePages(
    disclosuresDocument,
    { id, filter: recipient === null ? null : { recipient } },
    ({ resident }) => resident?.disclosures,
    ({ log, sequence }) => `${log} ${sequence}`,
  );
  return (
    <WhenAnswered asked={asked} again={again} path={['resident', 'disclosures']} residentId={id}>
      {({ resident }) => (
        <>
          <p class="lead">{residentName(resident?.name)}</p>
          {nodes.length === 0 && more === null && <p>{say('looked.nobody')}</p>}
          {nodes.length > 0 && <DisclosureTable rows={nodes} />}
          <More more={more} isEmpty={nodes.length === 0} />
        </>
      )}
    </WhenAnswered>
  );
}
