import { useState } from 'preact/hooks';
import { searchDocument, type ResidentSearchInput } from '../../documents/operations.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { Refusal } from '../values/index.ts';
import { SearchResults } from './search-results.tsx';

const fields = [
  ['givenName', 'text'],
  ['surname', 'text'],
  ['birthDate', 'date'],
  ['postalCode', 'text'],
  ['phone', 'tel'],
  ['email', 'email'],
] as const;

type Input = Readonly<Record<(typeof fields)[number][0], string>>;

const nothing: Input = { givenName: '', surname: '', birthDate: '', postalCode: '', phone: '', email: '' };

/** Looks for a resident by two identifiers, or one that is strong. What is typed never stands in the address. */
export function Search() {
  const { say } = useShell().speech;
  const [typed, setTyped] = useState<Input>(nothing);
  const [wanted, setWanted] = useState<ResidentSearchInput | null>(null);
  const [isTooLittle, setTooLittle] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    const input = trimmed(typed);
    const isEnough = Object.keys(input).length > 1 || input.phone !== undefined || input.email !== undefined;
    setTooLittle(!isEnough);
    setWanted(isEnough ? input : null);
  };
  return (
    <section class="card" aria-labelledby="search">
      <h2 id="search">{say('search.title')}</h2>
      <form class="search" role="search" onSubmit={submit} autocomplete="off">
        <p class="hint" id="search-hint">
          {say('search.hint')}
        </p>
        <div class="fields">
          {fields.map(([name, type]) => (
            <label key={name} class="field">
              {say(`search.${name}`)}
              <input
                name={name}
                type={type as 'text'}
                value={typed[name]}
                aria-describedby="search-hint"
                onInput={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
              />
            </label>
          ))}
        </div>
        {isTooLittle && (
          <p class="error" role="alert">
            {say('search.tooLittle')}
          </p>
        )}
        <button class="button" type="submit">
          {say('search.submit')}
        </button>
      </form>
      {wanted && <Found key={JSON.stringify(wanted)} input={wanted} />}
    </section>
  );
}

function Found({ input }: { readonly input: ResidentSearchInput }) {
  const { say } = useShell().speech;
  const { asked, again } = useAnswer(searchDocument, { input });
  return (
    <div class="results" aria-live="polite">
      {asked.kind === 'loading' && <p class="loading">{say('shell.loading')}</p>}
      {asked.kind === 'refused' && <Refusal code={asked.code} again={again} />}
      {asked.kind === 'answered' && <SearchResults answer={asked.answer} again={again} />}
    </div>
  );
}

function trimmed(typed: Input): ResidentSearchInput {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(
    filled.map(([name, text]) => [name, name === 'phone' ? text.replaceAll(/\D/g, '') : text.trim()]),
  );
}
