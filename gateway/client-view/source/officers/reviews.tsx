import { useState } from 'preact/hooks';
import {
  breakGlassReviewsDocument,
  reviewBreakGlassDocument,
  type BreakGlassOutcome,
  type BreakGlassReviewsQuery,
} from '../../documents/operations.ts';
import { Refused } from '../graphql/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { Nothing, Refusal } from '../values/index.ts';

type Review = NonNullable<NonNullable<BreakGlassReviewsQuery['breakGlassReviews']>['edges'][number]['node']>;

/** Emergencies in which somebody opened the agency's records, the one that is due first on top. */
export function Reviews() {
  const { say } = useShell().speech;
  const [onlyPending, setOnlyPending] = useState(true);
  const { asked, again } = useAnswer(breakGlassReviewsDocument, { onlyPending });
  const path = ['breakGlassReviews'];
  const problem = asked.kind === 'answered' ? asked.answer.problemAt(path) : null;
  const edges = asked.kind === 'answered' ? (asked.answer.data?.breakGlassReviews?.edges ?? []) : [];
  return (
    <>
      <h1 tabIndex={-1}>{say('reviews.title')}</h1>
      <p>{say('reviews.explanation')}</p>
      <label class="choice inline">
        <input type="checkbox" checked={!onlyPending} onChange={() => setOnlyPending(!onlyPending)} />
        <span>{say('reviews.all')}</span>
      </label>
      {asked.kind === 'loading' && <p class="loading">{say('shell.loading')}</p>}
      {asked.kind === 'refused' && <Refusal code={asked.code} again={again} />}
      {problem && <Nothing problem={problem} path={path} residentId={null} retry={again} />}
      {asked.kind === 'answered' && !problem && edges.length === 0 && <p>{say('reviews.none')}</p>}
      <ul class="queue">
        {edges.map(({ node }) =>
          node?.session ? (
            <ReviewCard key={`${node.session.id} ${node.agency}`} review={node} again={again} />
          ) : null,
        )}
      </ul>
    </>
  );
}

function ReviewCard({ review, again }: { readonly review: Review; readonly again: () => void }) {
  const { speech, now } = useShell();
  const { say, code, time } = speech;
  const { session, dueAt, isOverdue, outcome, remark, reviewedBy, reviewedAt } = review;
  if (!session) return null;
  const end = session.closedAt ?? session.endsAt;
  const isOver = end !== null && Date.parse(end) <= now();
  return (
    <li class="card">
      <header>
        <h2>
          {session.subject} <small>{code('agency', session.subjectAgency)}</small>
        </h2>
        <span class={isOverdue ? 'late' : 'hint'}>
          {reviewedAt ? code('glassOutcome', outcome) : dueAt && say('reviews.due', { time: time(dueAt) })}
        </span>
      </header>
      <dl class="facts">
        <div>
          <dt>{say('glass.reason')}</dt>
          <dd>{code('glassReason', session.reason)}</dd>
        </div>
        <div>
          <dt>{say('reviews.opened')}</dt>
          <dd>
            {session.openedAt && time(session.openedAt)} – {end && time(end)}
          </dd>
        </div>
      </dl>
      <blockquote>{session.justification}</blockquote>
      {reviewedAt ? (
        <p>
          <strong>{remark}</strong> <small>{[reviewedBy, time(reviewedAt)].join(' · ')}</small>
        </p>
      ) : isOver ? (
        <Finding sessionId={session.id} again={again} />
      ) : (
        <p class="hint">{say('reviews.stillOpen')}</p>
      )}
    </li>
  );
}

const outcomes: readonly BreakGlassOutcome[] = ['JUSTIFIED', 'NOT_JUSTIFIED'];

function Finding({ sessionId, again }: { readonly sessionId: string; readonly again: () => void }) {
  const { speech, run, announce } = useShell();
  const { say, code } = speech;
  const [outcome, setOutcome] = useState<BreakGlassOutcome | null>(null);
  const [remark, setRemark] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (outcome === null || remark.trim().length < 3) return setProblem(say('reviews.missing'));
    try {
      const { errors } = await run(reviewBreakGlassDocument, { input: { sessionId, outcome, remark } });
      const [error] = errors;
      if (error) return setProblem(code('refused', error.extensions?.code ?? 'MALFORMED'));
      announce(say('reviews.done'));
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
        <legend>{say('reviews.outcome')}</legend>
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
        {say('reviews.remark')}
        <textarea
          rows={3}
          maxLength={2000}
          value={remark}
          onInput={({ currentTarget }) => setRemark(currentTarget.value)}
        />
      </label>
      <button class="button" type="submit">
        {say('reviews.submit')}
      </button>
    </form>
  );
}
