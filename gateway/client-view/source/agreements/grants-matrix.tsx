import { PurposeHead } from '../charts/index.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useSpeech } from '../shell/index.ts';
import { Icon } from '../values/index.ts';
import { axesOf, placeOf, placesOf, type Version } from './grants-of.ts';
import { useConditions } from './use-conditions.ts';

/** Which categories are granted for which purposes: a table that is a picture, too. */
export function GrantsMatrix({ version }: { readonly version: Version }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const { categories, purposes } = axesOf([version]);
  const places = placesOf(version);
  return (
    <div class="wide" role="group" aria-label={tell('agreements.whatItGrants')} tabIndex={0}>
      <table class="matrix">
        <PurposeHead title={tell('agreements.category')} purposes={purposes} />
        <tbody>
          {categories.map((category) => (
            <tr key={category}>
              <th scope="row">{code('category', category)}</th>
              {purposes.map((purpose) => {
                const isGranted = places.has(placeOf(category, purpose));
                return (
                  <td key={purpose} class={isGranted ? 'cell permit' : 'cell deny'}>
                    <Icon name={isGranted ? 'check' : 'cross'} />
                    <span class="hidden">
                      {tell(isGranted ? 'agreements.granted' : 'agreements.notGranted')}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The clauses in words. */
export function Clauses({ version }: { readonly version: Version }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const conditionsOf = useConditions();
  return (
    <ul class="plain">
      {(version.grants ?? []).map((grant) => {
        const conditions = conditionsOf(grant);
        return (
          <li key={grant.clause}>
            <strong>{grant.clause}</strong>
            <span class="hint">
              {tell('agreements.conditions')}:{' '}
              {conditions.length === 0 ? tell('agreements.noCondition') : conditions.join('; ')}
            </span>
            {(grant.obligations ?? []).length > 0 && (
              <span class="hint">
                {tell('agreements.obligations')}:{' '}
                {(grant.obligations ?? []).map((one) => code('obligation', one)).join(', ')}
              </span>
            )}
            {(grant.transforms ?? []).length > 0 && (
              <span class="hint">
                {tell('agreements.lessened')}:{' '}
                {(grant.transforms ?? [])
                  .map(({ coordinate, transform }) => `${coordinate} (${code('transform', transform)})`)
                  .join(', ')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
