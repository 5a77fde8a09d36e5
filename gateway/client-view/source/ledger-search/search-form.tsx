import { useState } from 'preact/hooks';
import type { DisclosureFilter } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { allPurposes } from '../session/index.ts';
import { useSpeech } from '../shell/index.ts';
import { AgencyOptions } from '../values/index.ts';

const texts = ['residentId', 'subject'] as const;
const days = ['since', 'until'] as const;

type Typed = Readonly<
  Record<(typeof texts)[number] | (typeof days)[number] | 'recipient' | 'purpose', string>
>;

const nothing: Typed = { residentId: '', subject: '', since: '', until: '', recipient: '', purpose: '' };
const names = {
  residentId: 'ledger.resident',
  subject: 'ledger.person',
  since: 'ledger.since',
  until: 'ledger.until',
} as const;

/** What to look for in the ledger. Nothing that is typed stands in the address. */
export function SearchForm({ search }: { readonly search: (filter: DisclosureFilter) => void }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const [typed, setTyped] = useState<Typed>(nothing);
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }));
  const submit = (event: Event): void => {
    event.preventDefault();
    search(filterOf(typed));
  };
  return (
    <form class="card" role="search" aria-label={tell('ledger.search')} onSubmit={submit} autocomplete="off">
      <div class="fields">
        {texts.map((name) => (
          <label key={name} class="field">
            {tell(names[name])}
            <input
              type="text"
              name={name}
              value={typed[name]}
              onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
            />
          </label>
        ))}
        <label class="field">
          {tell('ledger.agency')}
          <select
            value={typed.recipient}
            onChange={({ currentTarget }) => set({ recipient: currentTarget.value })}
          >
            <option value="">{tell('ledger.any')}</option>
            <AgencyOptions />
          </select>
        </label>
        <label class="field">
          {tell('ledger.purpose')}
          <select
            value={typed.purpose}
            onChange={({ currentTarget }) => set({ purpose: currentTarget.value })}
          >
            <option value="">{tell('ledger.any')}</option>
            {allPurposes.map((one) => (
              <option key={one} value={one}>
                {code('purpose', one)}
              </option>
            ))}
          </select>
        </label>
        {days.map((name) => (
          <label key={name} class="field">
            {tell(names[name])}
            <input
              type="date"
              name={name}
              value={typed[name]}
              onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <p class="actions">
        <button class="button" type="submit">
          {tell('ledger.submit')}
        </button>
      </p>
    </form>
  );
}

/** What was filled in; the last day is included. */
function filterOf({ residentId, subject, since, until, recipient, purpose }: Typed): DisclosureFilter {
  const day = 86_400_000;
  return {
    ...(residentId.trim() !== '' && { residentId: residentId.trim() }),
    ...(subject.trim() !== '' && { subject: subject.trim() }),
    ...(recipient !== '' && { recipient }),
    ...(purpose !== '' && { purposesOfUse: [purpose] }),
    ...(since !== '' && { since: `${since}T00:00:00Z` }),
    ...(until !== '' && { until: new Date(Date.parse(until) + day).toISOString() }),
  };
}
