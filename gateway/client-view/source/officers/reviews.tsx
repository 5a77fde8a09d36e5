import { useState } from 'preact/hooks';
import {
  breakGlassReviewsDocument,
  reviewBreakGlassDocument,
  type BreakGlassOutcome,
  type BreakGlassReviewsQuery,
} from '../../documents/operations.ts';
import { Refused } from '../graphql/index.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { usePages, useShell } from '../shell/index.ts';
import { Icon, More, WhenAnswered } from '../values/index.ts';
import { WhatWasSeen } from './what-was-seen.tsx';

type Review = NonNullable<NonNullable<BreakGlassReviewsQuery['breakGlassReviews']>['edges'][number]['node']>;

/** Emergencies in which somebody opened the agency's records, the one that is due first on top. */
export function Reviews() {
  const tell = useOfficerWords();
  const [onlyPending, setOnlyPending] = useState(true);
  const [times, setTimes] = useState(0);
  return (
    <>
      <h1 tabIndex={-1}>{tell('reviews.title')}</h1>
      <p>{tell('reviews.explanation')}</p>
      <label class="choice inline">
        <input type="checkbox" checked={!onlyPending} onChange={() => setOnlyPending(!onlyPending)} />
        <span>{tell('reviews.all')}</span>
      </label>
      <Queue key={`${onlyPending} ${times}`} onlyPending={onlyPending} again={() => setTimes(times + 1)} />
    </>
  );
}

interface QueueProps {
  readonly onlyPending: boolean;
  /** Asks for the queue from its beginning. */
  readonly again: () => void;
}

function Queue({ onlyPending, again }: QueueProps) {
  const tell = useOfficerWords();
  const list = usePages(
    breakGlassReviewsDocument,
    { onlyPending },
    ({ breakGlassReviews }) => breakGlassReviews,
    (review) => placeOf(review),
  );
  return (
    <WhenAnswered asked={list.asked} again={list.again} path={['breakGlassReviews']}>
      {() => (
        <>
          {list.nodes.length === 0 && list.more === null && <p>{tell('reviews.none')}</p>}
          {list.nodes.length > 0 && (
            <>
              <Waiting reviews={list.nodes} />
              <ul class="queue">
                {list.nodes.map((review) => (
                  <ReviewCard key={placeOf(review)} review={review} again={again} />
                ))}
              </ul>
            </>
          )}
          <More more={list.more} isEmpty={list.nodes.length === 0} />
        </>
      )}
    </WhenAnswered>
  );
}

function placeOf({ session, agency }: Review): string {
  return `${session?.id} ${agency}`;
}

function Waiting({ reviews }: { readonly reviews: readonly Review[] }) {
  const tell = useOfficerWords();
  const waiting = reviews.filter(({ reviewedAt }) => reviewedAt === null).length;
  const overdue = reviews.filter(({ isOverdue }) => isOverdue).length;
  return (
    <p class="sums">
      <span>{tell('reviews.waiting', { count: waiting })}</span>
      {overdue > 0 && (
        <span class="late">
          <Icon name="alert" /> {tell('reviews.overdue', { count: overdue })}
        </span>
      )}
    </p>
  );
}

function ReviewCard({ review, again }: { readonly review: Review; readonly again: () => void }) {
  const { speech, now } = useShell();
  const { say, code, time } = speech;
  const tell = useOfficerWords();
  const { session, outcome, remark, reviewedBy, reviewedAt } = review;
  if (!session) return null;
  const end = session.closedAt ?? session.endsAt;
  const isOver = end !== null && Date.parse(end) <= now();
  return (
    <li class="card">
      <header>
        <h2>
          {session.subject} <small>{code('agency', session.subjectAgency)}</small>
        </h2>
        {reviewedAt ? (
          <span class={outcome === 'JUSTIFIED' ? 'chip active' : 'chip stopped'}>
            {code('glassOutcome', outcome)}
          </span>
        ) : (
          <Deadline review={review} />
        )}
      </header>
      <dl class="facts">
        <div>
          <dt>{say('glass.reason')}</dt>
          <dd>{code('glassReason', session.reason)}</dd>
        </div>
        <div>
          <dt>{tell('reviews.opened')}</dt>
          <dd>
            {session.openedAt && time(session.openedAt)} – {end && time(end)}
          </dd>
        </div>
      </dl>
      <blockquote>{session.justification}</blockquote>
      <WhatWasSeen sessionId={session.id} />
      {reviewedAt ? (
        <p>
          <strong>{remark}</strong> <small>{[reviewedBy, time(reviewedAt)].join(' · ')}</small>
        </p>
      ) : isOver ? (
        <Finding sessionId={session.id} again={again} />
      ) : (
        <p class="hint">{tell('reviews.stillOpen')}</p>
      )}
    </li>
  );
}

const hour = 3_600_000;

/** Until when the review is due, how long that is, and as a picture how much of the time is gone. */
function Deadline({ review: { notifiedAt, dueAt, isOverdue } }: { readonly review: Review }) {
  const { speech, now } = useShell();
  const tell = useOfficerWords();
  if (!dueAt || !notifiedAt) return null;
  const left = Date.parse(dueAt) - now();
  const gone = 1 - left / (Date.parse(dueAt) - Date.parse(notifiedAt));
  const hours = Math.floor(Math.abs(left) / hour);
  return (
    <span class={`deadline ${isOverdue ? 'late' : 'hint'}`}>
      {isOverdue && <Icon name="alert" />} {tell('reviews.due', { time: speech.time(dueAt) })} (
      {tell(isOverdue ? 'reviews.late' : 'reviews.left', { hours })})
      <svg width="100%" height="6" aria-hidden="true">
        <rect class="whole" width="100%" height="6" rx="3" />
        <rect class="gone" width={`${Math.max(2, Math.min(100, gone * 100))}%`} height="6" rx="3" />
      </svg>
    </span>
  );
}

const outcomes: readonly BreakGlassOutcome[] = ['JUSTIFIED', 'NOT_JUSTIFIED'];

function Finding({ sessionId, again }: { readonly sessionId: string; readonly again: () => void }) {
  const { speech, run, announce } = useShell();
  const { code } = speech;
  const tell = useOfficerWords();
  const [outcome, setOutcome] = useState<BreakGlassOutcome | null>(null);
  const [remark, setRemark] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (outcome === null || remark.trim().length < 3) return setProblem(tell('reviews.missing'));
    try {
      const { errors } = await run(reviewBreakGlassDocument, { input: { sessionId, outcome, remark } });
      const [error] = errors;
      if (error) return setProblem(code('refused', error.extensions?.code ?? 'MALFORMED'));
      announce(tell('reviews.done'));
      return again();
    } catch (error) {
      return setProblem(code('refused', error instanceof Refused ? error.code : 'MALFORMED'));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {problem !== null && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <fieldset class="field">
        <legend>{tell('reviews.outcome')}</legend>
        <div class="choices">
          {outcomes.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name={`outcome-${sessionId}`}
                checked={outcome === one}
                onChange={() => setOutcome(one)}
              />
              <span>{code('glassOutcome', one)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label class="field">
        {tell('reviews.remark')}
        <textarea
          rows={3}
          maxLength={2000}
          value={remark}
          onInput={({ currentTarget }) => setRemark(currentTarget.value)}
        />
      </label>
      <button class="button" type="submit">
        {tell('reviews.submit')}
      </button>
    </form>
  );
}
