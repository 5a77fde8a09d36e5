import { englishSpeech, type MessageKey } from '../../client-view/source/language/index.ts';
import type { ExplorerAnswer } from './ask.ts';

interface WithheldListProps {
  readonly answer: ExplorerAnswer | null;
  readonly purposeOfUse: string;
}

type AnswerError = NonNullable<ExplorerAnswer['errors']>[number];

/** Beside the answer, in words: what is withheld, why, and what can be done; and which agency didn't answer. */
export function WithheldList({ answer, purposeOfUse }: WithheldListProps) {
  const errors = answer?.errors ?? [];
  const withheld = errors.filter(isWithheld);
  const others = errors.filter((error) => !isWithheld(error));
  return (
    <section className="withheld-list" aria-labelledby="withheld-title" tabIndex={0}>
      <h2 id="withheld-title">{titleOf(answer, withheld.length)}</h2>
      <div aria-live="polite">
        {answer === null && (
          <p>
            Ask something: what you may not see is listed here, with the reason. By the keyboard, Enter begins
            to write in an editor and Tab leaves it.
          </p>
        )}
        {answer !== null && errors.length === 0 && (
          <p>A null in this answer means that the agency has no value.</p>
        )}
        <ul>
          {withheld.map((error) => (
            <Withheld key={placeOf(error)} error={error} purposeOfUse={purposeOfUse} />
          ))}
          {others.map((error) => (
            <Other key={`${placeOf(error)} ${error.message}`} error={error} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function titleOf(answer: ExplorerAnswer | null, count: number): string {
  if (answer === null) return 'Withheld';
  return count === 0 ? 'Nothing is withheld' : `Withheld: ${count}`;
}

function isWithheld({ extensions }: AnswerError): boolean {
  return extensions?.['code'] === 'FIELD_WITHHELD';
}

function Withheld({ error, purposeOfUse }: { readonly error: AnswerError; readonly purposeOfUse: string }) {
  const { say, code } = englishSpeech;
  const extensions = error.extensions ?? {};
  const text = (name: string): string => extensions[name] ?? '';
  const words = {
    agency: 'the agency',
    purpose: code('purpose', purposeOfUse) ?? '',
  };
  return (
    <li className="withheld-one">
      <code>{placeOf(error)}</code>
      <p>
        {text('reason') === 'PURPOSE' && purposeOfUse === ''
          ? 'You have not said why you ask.'
          : say(`reason.${text('reason') || 'UNDECIDABLE'}` as MessageKey, words)}
      </p>
      <p className="remedy">{say(`remedy.${text('remedy') || 'NONE'}` as MessageKey, words)}</p>
      <p className="source">
        {[text('authority'), text('agreement'), text('category')].filter((one) => one !== '').join(' · ')}
      </p>
    </li>
  );
}

function Other({ error }: { readonly error: AnswerError }) {
  const code = error.extensions?.['code'] ?? '';
  const agency = error.extensions?.['agency'] ?? '';
  return (
    <li className="failed-one">
      {error.path && <code>{placeOf(error)}</code>}
      <p>{error.message}</p>
      <p className="source">{[code, agency].filter((one) => one !== '').join(' · ')}</p>
    </li>
  );
}

function placeOf({ path = [] }: AnswerError): string {
  return path.join('.');
}
