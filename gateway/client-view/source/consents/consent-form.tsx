import { useResident } from '../resident-view/index.ts';
import { useState } from 'preact/hooks';
import {
  recordConsentDocument,
  type ConsentKind,
  type RecordConsentInput,
} from '../../documents/operations.ts';
import { Refused } from '../graphql/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { agencyOfCategory, Choices, refusalText, residentName, sectionAgencies } from '../values/index.ts';

import { proposedConsent } from './proposed-consent.ts';

const kinds: readonly ConsentKind[] = [
  'SPECIFIC',
  'TREATMENT_PAYMENT_OPERATIONS',
  'GENERAL',
  'NOTES',
  'VICTIM_SERVICES',
];

/** Records what the resident has signed, or what they consent to themselves. */
export function ConsentForm() {
  const { resident } = useResident();
  const shell = useShell();
  const { speech, run, navigate, announce } = shell;
  const { say, code } = speech;
  const [input, setInput] = useState<RecordConsentInput>(() => proposedConsent(resident, shell));
  const [problem, setProblem] = useState<string | null>(null);
  const set = (change: Partial<RecordConsentInput>): void => setInput((before) => ({ ...before, ...change }));
  const offered = (resident.access?.categories ?? [])
    .flatMap(({ category }) => (category ? [category] : []))
    .filter((category) => agencyOfCategory(category) === input.discloser);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const missing = missingIn(input);
    if (missing) return setProblem(say(missing));
    try {
      const answer = await run(recordConsentDocument, { input });
      const [error] = answer.errors;
      if (error) return setProblem(refusalText(speech, error.extensions?.code, error.message));
      navigate(`/residents/${resident.id}`);
      return announce(say('consent.recorded'));
    } catch (error) {
      return setProblem(refusalText(speech, error instanceof Refused ? error.code : undefined, undefined));
    }
  };
  return (
    <form class="card form" onSubmit={(event) => void submit(event)}>
      <h1 tabIndex={-1}>{say('consent.formTitle')}</h1>
      <p class="lead">{residentName(resident.name)}</p>
      <p>{say('consent.formExplanation')}</p>
      {problem !== null && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <label class="field">
        {say('consent.kind')}
        <select
          value={input.kind}
          onChange={({ currentTarget }) => set({ kind: currentTarget.value as ConsentKind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {code('consentKind', kind)}
            </option>
          ))}
        </select>
      </label>
      <Discloser input={input} set={set} />
      <Choices
        legend={say('consent.categories')}
        family="category"
        codes={offered}
        chosen={input.categories}
        choose={(categories) => set({ categories })}
      />
      <Choices
        legend={say('consent.recipients')}
        family="agency"
        codes={Object.values(sectionAgencies)}
        chosen={input.recipientAgencies ?? []}
        choose={(recipientAgencies) => set({ recipientAgencies })}
      />
      <Choices
        legend={say('consent.purposes')}
        family="purpose"
        codes={['HOUSING_PLACEMENT', 'TREAT', 'COC', 'CAREMGT', 'ELIGDTRM', 'REENTRY', 'HLEGAL']}
        chosen={input.purposesOfUse}
        choose={(purposesOfUse) => set({ purposesOfUse })}
      />
      <label class="field">
        {say('consent.until')}
        <input
          type="date"
          value={input.validUntil?.slice(0, 10) ?? ''}
          onInput={({ currentTarget: { value } }) => set({ validUntil: value ? `${value}T23:59:59Z` : null })}
        />
      </label>
      <p class="actions">
        <button class="button" type="submit">
          {say('consent.save')}
        </button>
        <Link class="button secondary" href={`/residents/${resident.id}`}>
          {say('dialog.cancel')}
        </Link>
      </p>
    </form>
  );
}

function Discloser({
  input,
  set,
}: {
  readonly input: RecordConsentInput;
  readonly set: (change: Partial<RecordConsentInput>) => void;
}) {
  const { speech, session } = useShell();
  const { say, code } = speech;
  const possible =
    session.residentId === input.residentId ? Object.values(sectionAgencies) : [session.agency];
  return (
    <label class="field">
      {say('consent.discloser')}
      <select
        value={input.discloser}
        onChange={({ currentTarget }) => set({ discloser: currentTarget.value, categories: [] })}
      >
        {possible.map((agency) => (
          <option key={agency} value={agency}>
            {code('agency', agency)}
          </option>
        ))}
      </select>
    </label>
  );
}

function missingIn({ categories, purposesOfUse, recipientAgencies, recipientSubjects }: RecordConsentInput) {
  if (categories.length === 0) return 'consent.missingCategories' as const;
  if ((recipientAgencies ?? []).length + (recipientSubjects ?? []).length === 0)
    return 'consent.missingRecipients' as const;
  return purposesOfUse.length === 0 ? ('consent.missingPurposes' as const) : null;
}
