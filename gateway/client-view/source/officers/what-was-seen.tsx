import { useState } from 'preact/hooks';
import { seenDocument, type SeenQuery } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { usePages, useSpeech } from '../shell/index.ts';
import { More, WhenAnswered } from '../values/index.ts';

type Seen = NonNullable<NonNullable<SeenQuery['disclosuresOfMyAgency']>['edges'][number]['node']>;

/** What of the agency's data was shown in an emergency, as the ledger has it; asked for when it is opened. */
export function WhatWasSeen({ sessionId }: { readonly sessionId: string }) {
  const tell = useOfficerWords();
  const [isOpened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{tell('reviews.seen')}</summary>
      {isOpened && <FromLedger sessionId={sessionId} />}
    </details>
  );
}

function FromLedger({ sessionId }: { readonly sessionId: string }) {
  const tell = useOfficerWords();
  const { asked, again, nodes, more } = usePages(
    seenDocument,
    { session: sessionId },
    ({ disclosuresOfMyAgency }) => disclosuresOfMyAgency,
    ({ log, sequence }) => `${log} ${sequence}`,
  );
  return (
    <WhenAnswered asked={asked} again={again} path={['disclosuresOfMyAgency']}>
      {() => (
        <>
          {nodes.length === 0 && more === null && <p>{tell('reviews.seenNothing')}</p>}
          {nodes.length > 0 && <SeenTable seen={nodes} />}
          <More more={more} isEmpty={nodes.length === 0} />
        </>
      )}
    </WhenAnswered>
  );
}

function SeenTable({ seen }: { readonly seen: readonly Seen[] }) {
  const { code, time } = useSpeech();
  const tell = useOfficerWords();
  const named = ({ decisions }: Seen, isPermitted: boolean): string => {
    const categories = (decisions ?? []).flatMap((one) =>
      one.isPermitted === isPermitted ? (one.categories ?? []) : [],
    );
    return [...new Set(categories)].map((one) => code('category', one)).join(', ') || '–';
  };
  const fieldsOf = ({ decisions }: Seen): readonly string[] => [
    ...new Set((decisions ?? []).flatMap((one) => (one.isPermitted ? (one.fields ?? []) : []))),
  ];
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{tell('reviews.seenWhen')}</th>
          <th scope="col">{tell('reviews.seenShown')}</th>
          <th scope="col">{tell('reviews.seenWithheld')}</th>
        </tr>
      </thead>
      <tbody>
        {seen.map((one) => (
          <tr key={`${one.log} ${one.sequence}`}>
            <th scope="row" class="moment">
              {one.recordedAt && time(one.recordedAt)}
            </th>
            <td data-label={tell('reviews.seenShown')}>
              {named(one, true)}
              {fieldsOf(one).length > 0 && (
                <details>
                  <summary class="hint">
                    {tell('reviews.fields', { count: fieldsOf(one).length })}
                    <span class="hidden"> {one.recordedAt && time(one.recordedAt)}</span>
                  </summary>
                  <code class="hash">{fieldsOf(one).join(', ')}</code>
                </details>
              )}
            </td>
            <td data-label={tell('reviews.seenWithheld')}>{named(one, false)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
