import { useState } from 'preact/hooks';
import type { Speech } from '../language/index.ts';
import { purposesOf, type Session } from '../session/index.ts';

interface PurposeProps {
  readonly speech: Speech;
  readonly session: Session;
  readonly choose: (purpose: string) => void;
}

/** The first question: why somebody asks. Nothing is asked of any agency before it is answered. */
export function PurposeQuestion({ speech, session, choose }: PurposeProps) {
  const { say, code } = speech;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (chosen === null) setMissing(true);
    else choose(chosen);
  };
  return (
    <form class="card question" onSubmit={submit}>
      <fieldset>
        <legend>
          <h1 tabIndex={-1}>{say('purpose.question')}</h1>
        </legend>
        <p>{say('purpose.explanation')}</p>
        {isMissing && chosen === null && (
          <p class="error" role="alert">
            {say('purpose.missing')}
          </p>
        )}
        <div class="choices">
          {purposesOf(session).map((purpose) => (
            <label key={purpose} class="choice">
              <input
                type="radio"
                name="purpose"
                value={purpose}
                checked={chosen === purpose}
                onChange={() => setChosen(purpose)}
              />
              <span>{code('purpose', purpose)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button class="button" type="submit">
        {say('purpose.continue')}
      </button>
    </form>
  );
}

/** The purpose that is stated with every question, always in sight and open to change. */
export function PurposePicker({
  speech,
  session,
  choose,
  purpose,
}: PurposeProps & { readonly purpose: string | null }) {
  const { say, code } = speech;
  return (
    <label class="purpose">
      <span class="purpose-label">{say('purpose.label')}</span>
      <select
        id="purpose-of-use"
        value={purpose ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {purpose === null && <option value="">{say('purpose.none')}</option>}
        {purposesOf(session).map((one) => (
          <option key={one} value={one}>
            {code('purpose', one)}
          </option>
        ))}
      </select>
    </label>
  );
}
