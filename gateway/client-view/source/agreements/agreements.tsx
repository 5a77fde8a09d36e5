import { useState } from 'preact/hooks';
import {
  agreementsDocument,
  type AgreementsQuery,
  type AgreementStatus,
} from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { Link, useAnswer, useShell } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';
import { StateChip } from './state-chip.tsx';
import { axisOf, AxisYears, TermBar, type Axis } from './term-axis.tsx';

type Agreement = NonNullable<AgreementsQuery['agreements']>[number];

/** Every agreement that concerns the officer, with its state, its term on one axis, and what it grants. */
export function Agreements() {
  const tell = useOfficerWords();
  const { asked, again } = useAnswer(agreementsDocument, {});
  return (
    <>
      <h1 tabIndex={-1}>{tell('agreements.title')}</h1>
      <p>{tell('agreements.explanation')}</p>
      <WhenAnswered asked={asked} again={again} path={['agreements']}>
        {({ agreements }) => <List all={agreements ?? []} />}
      </WhenAnswered>
    </>
  );
}

const states: readonly AgreementStatus[] = [
  'IN_FORCE',
  'SIGNED',
  'UNDER_REVIEW',
  'PROPOSED',
  'DRAFT',
  'SUSPENDED',
  'ENDED',
];

function List({ all }: { readonly all: readonly Agreement[] }) {
  const { speech, now } = useShell();
  const tell = useOfficerWords();
  const [state, setState] = useState('');
  const [provider, setProvider] = useState('');
  const shown = all
    .filter((one) => (state === '' || one.status === state) && (provider === '' || one.provider === provider))
    .toSorted(
      (one, other) => order(one) - order(other) || (one.provider ?? '').localeCompare(other.provider ?? ''),
    );
  const providers = [...new Set(all.map((one) => one.provider ?? ''))].toSorted();
  return (
    <section class="card" aria-label={tell('agreements.title')}>
      <div class="filters">
        <label class="field">
          {tell('agreements.state')}
          <select value={state} onChange={({ currentTarget }) => setState(currentTarget.value)}>
            <option value="">{tell('agreements.anyState')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {speech.code('agreementStatus', one)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {tell('agreements.provider')}
          <select value={provider} onChange={({ currentTarget }) => setProvider(currentTarget.value)}>
            <option value="">{tell('agreements.anyProvider')}</option>
            {providers.map((one) => (
              <option key={one} value={one}>
                {speech.code('agency', one)}
              </option>
            ))}
          </select>
        </label>
        <p class="hint" role="status">
          {tell('agreements.count', { count: shown.length, all: all.length })}
        </p>
      </div>
      {shown.length === 0 ? (
        <p>{tell('agreements.none')}</p>
      ) : (
        <Rows shown={shown} axis={axisOf(shown, now())} />
      )}
    </section>
  );
}

/** What is being negotiated comes first, and what is over last. */
function order({ status }: Agreement): number {
  if (status === 'IN_FORCE') return 1;
  return status === 'ENDED' ? 2 : 0;
}

function Rows({ shown, axis }: { readonly shown: readonly Agreement[]; readonly axis: Axis }) {
  const tell = useOfficerWords();
  return (
    <table class="rows agreements">
      <thead>
        <tr>
          <th scope="col">{tell('agreements.agreement')}</th>
          <th scope="col">{tell('agreements.shares')}</th>
          <th scope="col">{tell('agreements.grants')}</th>
          <th scope="col" class="term-column">
            {tell('agreements.term')}
            <AxisYears axis={axis} today={tell('agreements.today')} />
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <Row key={one.id} agreement={one} axis={axis} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ agreement, axis }: { readonly agreement: Agreement; readonly axis: Axis }) {
  const { code, date } = useShell().speech;
  const tell = useOfficerWords();
  const { id, title, kind, status, provider, recipients, grants, startsOn, endsOn, missingSignatures } =
    agreement;
  const categories = new Set((grants ?? []).flatMap((grant) => grant.categories ?? [])).size;
  const receiving = [...new Set((recipients ?? []).map(({ agency }) => agency))];
  const isWaiting = status !== 'ENDED' && status !== 'DRAFT' && (missingSignatures ?? []).length > 0;
  return (
    <tr>
      <th scope="row">
        <Link href={`/agreements/${id}`}>{title}</Link>
        <span class="line hint">
          <StateChip status={status} /> {code('agreementKind', kind)}
        </span>
        {isWaiting && (
          <span class="line soon">
            {tell('agreements.missing', {
              agencies: (missingSignatures ?? []).map((one) => code('agency', one)).join(', '),
            })}
          </span>
        )}
      </th>
      <td data-label={tell('agreements.shares')}>
        <strong>{code('agency', provider)}</strong>
        <span class="line">→ {receiving.map((one) => code('agency', one)).join(', ')}</span>
      </td>
      <td data-label={tell('agreements.grants')} class="nowrap">
        {categories === 1
          ? tell('agreements.oneCategory')
          : tell('agreements.categories', { count: categories })}
      </td>
      <td class="term-column" data-label={tell('agreements.term')}>
        {startsOn && endsOn && (
          <span class="hint">{tell('agreements.until', { from: date(startsOn), to: date(endsOn) })}</span>
        )}
        <TermBar term={agreement} status={status} axis={axis} />
      </td>
    </tr>
  );
}
