import { useState } from 'preact/hooks';
import {
  agreementsDocument,
  restrictAgencyDocument,
  usesDocument,
  type AgreementsQuery,
} from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { Choices, WhenAnswered } from '../values/index.ts';
import { useChange } from './use-change.ts';

type Agreement = NonNullable<AgreementsQuery['agreements']>[number];

/** Stops what the agency shares, after it has been read what will happen, a reason given, and meant. */
export function StopForm({ again }: { readonly again: () => void }) {
  const { session, run } = useShell();
  const tell = useOfficerWords();
  const [chosen, choose] = useState<readonly string[] | null>(null);
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const [problem, setProblem, change] = useChange(() => {
    setReason('');
    setSure(false);
    choose(null);
    again();
  });
  const { asked, again: retry } = useAnswer(agreementsDocument, {});
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isSure || reason.trim().length < 3 || chosen?.length === 0) setProblem(tell('sharing.missing'));
    else
      void change(
        () => run(restrictAgencyDocument, { input: { reason, categories: chosen } }),
        tell(chosen === null ? 'sharing.stopped' : 'stop.stoppedSome'),
      );
  };
  return (
    <form class="card interruption" onSubmit={submit} aria-labelledby="stop">
      <h2 id="stop">{tell('stop.title')}</h2>
      <WhenAnswered asked={asked} again={retry} path={['agreements']}>
        {({ agreements }) => {
          const granting = (agreements ?? []).filter(
            (one) => one.isInForce && one.provider === session.agency,
          );
          return (
            <>
              <What granting={granting} chosen={chosen} choose={choose} />
              <Consequences granting={granting} chosen={chosen} />
            </>
          );
        }}
      </WhenAnswered>
      {problem !== null && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <label class="field">
        {tell('sharing.reason')}
        <textarea
          rows={3}
          maxLength={2000}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <label class="choice">
        <input type="checkbox" checked={isSure} onChange={() => setSure(!isSure)} />
        <span>{tell(chosen === null ? 'sharing.sure' : 'stop.sureSome')}</span>
      </label>
      <p class="actions">
        <button class="button danger" type="submit">
          {tell('sharing.stop')}
        </button>
      </p>
    </form>
  );
}

interface WhatProps {
  readonly granting: readonly Agreement[];
  /** Null: everything. */
  readonly chosen: readonly string[] | null;
  readonly choose: (categories: readonly string[] | null) => void;
}

function What({ granting, chosen, choose }: WhatProps) {
  const tell = useOfficerWords();
  const categories = [...new Set(granting.flatMap(categoriesOf))].toSorted();
  return (
    <>
      <fieldset class="field">
        <legend>{tell('stop.what')}</legend>
        <div class="choices">
          {([null, []] as const).map((value) => (
            <label key={String(value)} class="choice">
              <input
                type="radio"
                name="what"
                checked={(chosen === null) === (value === null)}
                onChange={() => choose(value)}
              />
              <span>{tell(value === null ? 'stop.everything' : 'stop.some')}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {chosen !== null && (
        <Choices
          legend={tell('stop.some')}
          family="category"
          codes={categories}
          chosen={chosen}
          choose={choose}
        />
      )}
    </>
  );
}

function categoriesOf({ grants }: Agreement): readonly string[] {
  return (grants ?? []).flatMap(({ categories }) => categories ?? []);
}

const day = 86_400_000;

/** What will happen, before it does. */
function Consequences({ granting, chosen }: Omit<WhatProps, 'choose'>) {
  const { speech, now } = useShell();
  const tell = useOfficerWords();
  const since = new Date(Math.floor(now() / day) * day - 29 * day).toISOString();
  const uses = useAnswer(usesDocument, { since });
  const touched = granting.filter(
    (one) => chosen === null || categoriesOf(one).some((each) => chosen.includes(each)),
  );
  const recipients = [
    ...new Set(touched.flatMap((one) => (one.recipients ?? []).map(({ agency }) => agency))),
  ];
  return (
    <>
      <h3>{tell('stop.happens')}</h3>
      <ul>
        <li>
          {tell('stop.recipients', {
            count: recipients.length,
            agencies: recipients.map((one) => speech.code('agency', one)).join(', ') || '–',
          })}
        </li>
        <li>{tell('stop.agreements', { count: touched.length })}</li>
        {chosen === null && (
          <li>
            <WhenAnswered asked={uses.asked} again={uses.again} path={['usesOfMyAgency']}>
              {({ usesOfMyAgency }) => {
                const shown = (usesOfMyAgency?.days ?? []).reduce((sum, one) => sum + (one.shown ?? 0), 0);
                return tell('stop.uses', { count: shown });
              }}
            </WhenAnswered>
          </li>
        )}
        <li>{tell('stop.time')}</li>
        <li>{tell('stop.own')}</li>
        <li>{tell('stop.record')}</li>
      </ul>
    </>
  );
}
