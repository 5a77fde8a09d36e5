import { roleAccessDocument } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { Link, useAnswer, useSpeech } from '../shell/index.ts';
import { Dialog, WhenAnswered } from '../values/index.ts';
import { kindOf, type Cell, type Decision, type Side } from './rows-of.ts';

/** Why a cell is as it is: the agreement and its clause, the laws, and what they ask. */
export function CellWhy({ cell, close }: { readonly cell: Cell; readonly close: () => void }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const title = tell('simulator.whyTitle', {
    category: code('category', cell.category) ?? '',
    purpose: code('purpose', cell.purpose) ?? '',
  });
  return (
    <Dialog title={title} close={close}>
      <OneSide cell={cell} side={cell.before} />
      {cell.after && <OneSide cell={cell} side={cell.after} />}
    </Dialog>
  );
}

function OneSide({ cell, side }: { readonly cell: Cell; readonly side: Side }) {
  const { code, date } = useSpeech();
  const tell = useOfficerWords();
  const { requester, at } = side;
  return (
    <section class="why-side">
      <h3>
        {code('role', requester.role)}, {code('agency', requester.agency)}
        {at && ` · ${date(at)}`}
      </h3>
      <p class="lead">{tell(`simulator.${kindOf(side)}.long`)}</p>
      {side.decision ? <Decided decision={side.decision} /> : <LookedUp cell={cell} side={side} />}
    </section>
  );
}

/** Why something is denied is asked when somebody wants to know it. */
function LookedUp({ cell, side: { requester, at } }: { readonly cell: Cell; readonly side: Side }) {
  const variables = { ...requester, purposeOfUse: cell.purpose, at };
  const { asked, again } = useAnswer(roleAccessDocument, variables);
  return (
    <WhenAnswered asked={asked} again={again} path={['roleAccess']}>
      {({ roleAccess }) => {
        const decision = roleAccess?.find(({ subject }) => subject === cell.category)?.decision;
        return decision ? <Decided decision={decision} /> : null;
      }}
    </WhenAnswered>
  );
}

function Decided({ decision }: { readonly decision: Decision }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const { kind, agreements, citations, obligations, transforms, reason, authority, remedy, agreement } =
    decision;
  if (kind === 'PERMIT')
    return (
      <dl class="facts tall">
        <div>
          <dt>{tell('simulator.byAgreement')}</dt>
          <dd>
            <ul class="plain">
              {(agreements ?? []).map(({ id, version, clause }) => (
                <li key={`${id} ${clause}`}>
                  <Link href={`/agreements/${id}`}>{id}</Link>
                  <span class="hint">
                    {tell('simulator.clause', { version: version ?? 0, clause: clause ?? '' })}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{tell('simulator.byLaw')}</dt>
          <dd>{(citations ?? []).join('; ') || tell('simulator.noLaw')}</dd>
        </div>
        {(obligations ?? []).length > 0 && (
          <div>
            <dt>{tell('simulator.obligations')}</dt>
            <dd>{(obligations ?? []).map((one) => code('obligation', one)).join(', ')}</dd>
          </div>
        )}
        {(transforms ?? []).length > 0 && (
          <div>
            <dt>{tell('simulator.transforms')}</dt>
            <dd>
              {(transforms ?? [])
                .map((one) => `${one.coordinate} (${code('transform', one.transform)})`)
                .join(', ')}
            </dd>
          </div>
        )}
      </dl>
    );
  return (
    <dl class="facts tall">
      <div>
        <dt>{tell('simulator.decidedBy')}</dt>
        <dd>
          {authority}
          {reason && <span class="line hint">{code('accessReason', reason)}</span>}
        </dd>
      </div>
      {remedy && (
        <div>
          <dt>{tell('simulator.remedy')}</dt>
          <dd>{code('accessRemedy', remedy)}</dd>
        </div>
      )}
      {agreement && (
        <div>
          <dt>{tell('simulator.nearest')}</dt>
          <dd>
            <Link href={`/agreements/${agreement}`}>{agreement}</Link>
          </dd>
        </div>
      )}
      {decision.isConcealed && <p>{tell('simulator.concealed')}</p>}
    </dl>
  );
}
