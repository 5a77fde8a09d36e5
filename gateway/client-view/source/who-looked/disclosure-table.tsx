import type { DisclosuresQuery } from '../../documents/operations.ts';
import { useShell, type Shell } from '../shell/index.ts';
import { Icon } from '../values/index.ts';

type Resident = NonNullable<DisclosuresQuery['resident']>;
type Disclosure = NonNullable<NonNullable<Resident['disclosures']>['edges'][number]['node']>;

/** The disclosures as a table: when, who, what for, and what. */
export function DisclosureTable({ rows }: { readonly rows: readonly Disclosure[] }) {
  const { speech, session } = useShell();
  const { say, code, time } = speech;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say('looked.when')}</th>
          <th scope="col">{say('looked.who')}</th>
          <th scope="col">{say('looked.purpose')}</th>
          <th scope="col">{say('looked.shown')}</th>
          <th scope="col">{say('looked.withheld')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(
          ({
            log,
            sequence,
            recordedAt,
            subject,
            recipient,
            purposeOfUse,
            breakGlass,
            decisions,
            outcome,
          }) => (
            <tr key={`${log} ${sequence}`}>
              <th scope="row" class="moment">
                {recordedAt && <time datetime={recordedAt}>{time(recordedAt)}</time>}
              </th>
              <td data-label={say('looked.who')}>
                <strong>
                  {subject === session.subject
                    ? say('relations.you')
                    : (subject ?? say('looked.anotherResident'))}
                </strong>{' '}
                <small>{code('agency', recipient)}</small>
                {breakGlass !== null && (
                  <span class="late">
                    {' '}
                    <Icon name="glass" /> {say('glass.emergency')}
                  </span>
                )}
              </td>
              <td data-label={say('looked.purpose')}>
                {code('purpose', purposeOfUse) ?? say('looked.noPurpose')}
              </td>
              <td data-label={say('looked.shown')}>
                {outcome === 'ANSWERED' ? words(decisions, true, speech) : code('outcome', outcome)}
              </td>
              <td data-label={say('looked.withheld')}>{words(decisions, false, speech)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** The data categories that were decided so. */
function words(
  decisions: Disclosure['decisions'],
  isPermitted: boolean,
  { code, say }: Shell['speech'],
): string {
  const categories = (decisions ?? []).flatMap((one) =>
    one.isPermitted === isPermitted ? (one.categories ?? []) : [],
  );
  const named = [...new Set(categories)].map((category) => code('category', category));
  return named.join(', ') || say('looked.nothing');
}
