import { compareAgreementsDocument, type CompareAgreementsQuery } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useAnswer } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';
import { FilteredMatrix } from './filtered-matrix.tsx';
import { rowsOfChanges } from './rows-of.ts';
import type { KnownAgreement } from './known-agreement.ts';

interface AgreementChangesProps {
  readonly agreements: readonly KnownAgreement[];
  readonly id: string;
  readonly at: string | null;
}

/** What would be otherwise if an agreement came into force, or ended. */
export function AgreementChanges({ agreements, id, at }: AgreementChangesProps) {
  const agreement = agreements.find((one) => one.id === id);
  return agreement ? <Compared key={id} agreement={agreement} at={at} /> : null;
}

interface ComparedProps {
  readonly agreement: KnownAgreement;
  readonly at: string | null;
}

function Compared({ agreement: { id, title, isInForce }, at }: ComparedProps) {
  const tell = useOfficerWords();
  const ids = isInForce ? { ended: [id], begun: [] } : { ended: [], begun: [id] };
  const { asked, again } = useAnswer(compareAgreementsDocument, { input: { proposed: [], ...ids, at } });
  const name = tell(isInForce ? 'simulator.ends' : 'simulator.begins', { title: title ?? id });
  return (
    <WhenAnswered asked={asked} again={again} path={['compareAgreements']}>
      {({ compareAgreements }) => <Changes name={name} found={compareAgreements} />}
    </WhenAnswered>
  );
}

interface ChangesProps {
  readonly name: string;
  readonly found: CompareAgreementsQuery['compareAgreements'];
}

function Changes({ name, found }: ChangesProps) {
  const tell = useOfficerWords();
  const changes = found?.changes ?? [];
  const purposes = [...new Set(changes.flatMap(({ purposeOfUse }) => purposeOfUse ?? []))].toSorted();
  const operations = found?.operations ?? [];
  const all = found?.changeCount ?? 0;
  return (
    <>
      {all > changes.length && <p class="hint">{tell('simulator.cut', { count: changes.length, all })}</p>}
      <FilteredMatrix title={name} rows={rowsOfChanges(changes)} purposes={purposes} isCompared />
      <section class="card" aria-labelledby="losing">
        <h2 id="losing">{tell('simulator.losing')}</h2>
        {operations.length === 0 ? (
          <p>{tell('simulator.noLosing')}</p>
        ) : (
          <ul class="plain">
            {operations.map(({ documentId, operationName, losses, requesters }) => (
              <li key={`${documentId} ${operationName}`}>
                <strong>{operationName}</strong>
                <span class="hint">{(losses ?? []).map(({ coordinate }) => coordinate).join(', ')}</span>
                <span class="hint">{(requesters ?? []).join('; ')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
