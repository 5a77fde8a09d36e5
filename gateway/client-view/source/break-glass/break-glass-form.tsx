import { useResident } from '../resident-view/index.ts';
import { useState } from 'preact/hooks';
import {
  openBreakGlassDocument,
  type BreakGlassReason,
  type OpenBreakGlassInput,
} from '../../documents/operations.ts';
import { Refused } from '../graphql/index.ts';
import { stepUpAddress } from '../session/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { Choices, Icon, refusalText, residentName, sectionAgencies } from '../values/index.ts';

const reasons: readonly BreakGlassReason[] = [
  'MEDICAL_EMERGENCY',
  'IMMINENT_DANGER',
  'CHILD_AT_RISK',
  'DISASTER',
];
const durations = [30, 60, 120, 240] as const;
const consequences = ['glass.notified', 'glass.reviewed', 'glass.residentSees', 'glass.onlyYou'] as const;

type Draft = Omit<OpenBreakGlassInput, 'reason'> & { readonly reason: BreakGlassReason | null };

/** An interruption: says what will happen, and asks why, before anything is opened. */
export function BreakGlassForm() {
  const { resident } = useResident();
  const { speech, run, navigate, announce } = useShell();
  const { say, code } = speech;
  const [draft, setDraft] = useState<Draft>({
    residentId: resident.id,
    agencies: [],
    reason: null,
    justification: '',
    minutes: 60,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const [needsStepUp, setNeedsStepUp] = useState(false);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const refuse = (refusal: string | undefined, message?: string): void => {
    setNeedsStepUp(refusal === 'STEP_UP_REQUIRED');
    setProblem(refusalText(speech, refusal, message));
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { reason } = draft;
    if (draft.agencies.length === 0) return setProblem(say('glass.missingAgencies'));
    if (reason === null) return setProblem(say('glass.missingReason'));
    if (draft.justification.trim().length < 10) return setProblem(say('glass.missingWords'));
    try {
      const { errors } = await run(openBreakGlassDocument, { input: { ...draft, reason } });
      const [error] = errors;
      if (error) return refuse(error.extensions?.code, error.message);
      navigate(`/residents/${resident.id}`);
      return announce(say('glass.opened'));
    } catch (error) {
      return refuse(error instanceof Refused ? error.code : undefined);
    }
  };
  return (
    <form class="card form interruption" onSubmit={(event) => void submit(event)}>
      <h1 tabIndex={-1}>
        <Icon name="glass" />
        {say('glass.title')}
      </h1>
      <p class="lead">{residentName(resident.name)}</p>
      <p>{say('glass.explanation')}</p>
      <h2>{say('glass.whatHappens')}</h2>
      <ul>
        {consequences.map((one) => (
          <li key={one}>{say(one)}</li>
        ))}
      </ul>
      {problem !== null && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {needsStepUp && (
        <p>
          <a class="button" href={stepUpAddress('/signed-in')} target="_blank" rel="noreferrer">
            {say('remedy.stepUp')}
          </a>
        </p>
      )}
      <fieldset class="field">
        <legend>{say('glass.reason')}</legend>
        <div class="choices">
          {reasons.map((reason) => (
            <label key={reason} class="choice">
              <input
                type="radio"
                name="reason"
                checked={draft.reason === reason}
                onChange={() => set({ reason })}
              />
              <span>{code('glassReason', reason)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Choices
        legend={say('glass.agencies')}
        family="agency"
        codes={['residents', ...Object.values(sectionAgencies)]}
        chosen={draft.agencies}
        choose={(agencies) => set({ agencies })}
      />
      <label class="field">
        {say('glass.words')}
        <span class="hint" id="glass-words">
          {say('glass.wordsHint')}
        </span>
        <textarea
          rows={4}
          maxLength={2000}
          aria-describedby="glass-words"
          value={draft.justification}
          onInput={({ currentTarget }) => set({ justification: currentTarget.value })}
        />
      </label>
      <label class="field">
        {say('glass.duration')}
        <select
          value={draft.minutes ?? 60}
          onChange={({ currentTarget }) => set({ minutes: Number(currentTarget.value) })}
        >
          {durations.map((minutes) => (
            <option key={minutes} value={minutes}>
              {say('glass.minutes', { minutes })}
            </option>
          ))}
        </select>
      </label>
      <p class="actions">
        <button class="button danger" type="submit">
          {say('glass.open')}
        </button>
        <Link class="button secondary" href={`/residents/${resident.id}`}>
          {say('glass.back')}
        </Link>
      </p>
    </form>
  );
}
