import { useState } from 'preact/hooks';
import type { OfficerMessageKey } from '../language/officers/index.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { Link, useSpeech } from '../shell/index.ts';
import { Dialog, Icon, type IconName } from '../values/index.ts';
import { placeOf, type LedgerRecord, type VerifiedRecords } from './ledger-record.ts';
import { readCheckpoint, readKey, type Proof, type Verified } from './verify-proof.ts';

interface RecordTableProps {
  readonly records: readonly LedgerRecord[];
  readonly verified: VerifiedRecords;
}

/** The records as a table, each with what came of verifying it. */
export function RecordTable({ records, verified }: RecordTableProps) {
  const tell = useOfficerWords();
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{tell('ledger.when')}</th>
          <th scope="col">{tell('ledger.who')}</th>
          <th scope="col">{tell('ledger.about')}</th>
          <th scope="col">{tell('ledger.for')}</th>
          <th scope="col">{tell('ledger.what')}</th>
          <th scope="col">{tell('ledger.withheld')}</th>
          <th scope="col">{tell('ledger.verified')}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Line key={placeOf(record)} record={record} verified={verified.get(placeOf(record)) ?? null} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ record, verified }: { readonly record: LedgerRecord; readonly verified: Verified | null }) {
  const { say, code, time } = useSpeech();
  const tell = useOfficerWords();
  const { recordedAt, subject, recipient, roles, resident, purposeOfUse, outcome, decisions, breakGlass } =
    record;
  const named = (isPermitted: boolean): string =>
    [
      ...new Set(
        (decisions ?? []).flatMap((one) =>
          one.isPermitted === isPermitted ? (one.categories ?? []).map((each) => code('category', each)) : [],
        ),
      ),
    ].join(', ') || '–';
  return (
    <tr>
      <th scope="row" class="moment">
        {recordedAt && <time datetime={recordedAt}>{time(recordedAt)}</time>}
      </th>
      <td data-label={tell('ledger.who')}>
        <strong>{subject ?? tell('uses.nobody')}</strong>
        <span class="line hint">
          {code('agency', recipient)}
          {(roles ?? []).length > 0 && ` · ${(roles ?? []).map((role) => code('role', role)).join(', ')}`}
        </span>
        {breakGlass !== null && (
          <span class="line late">
            <Icon name="glass" /> {say('glass.emergency')}
          </span>
        )}
      </td>
      <td data-label={tell('ledger.about')}>
        {resident && (
          <Link class="id" href={`/residents/${resident.id}/who-looked`}>
            {resident.id}
          </Link>
        )}
      </td>
      <td data-label={tell('ledger.for')}>{code('purpose', purposeOfUse) ?? tell('uses.noPurpose')}</td>
      <td data-label={tell('ledger.what')}>
        {outcome === 'ANSWERED' ? named(true) : code('outcome', outcome)}
      </td>
      <td data-label={tell('ledger.withheld')}>{named(false)}</td>
      <td data-label={tell('ledger.verified')}>
        <State verified={verified} record={record} />
      </td>
    </tr>
  );
}

const states: Readonly<Record<Verified['kind'], readonly [IconName, OfficerMessageKey, string]>> = {
  proven: ['check', 'ledger.proven', 'more'],
  unsigned: ['clock', 'ledger.unsigned', ''],
  refuted: ['alert', 'ledger.refuted', 'less'],
  cannot: ['info', 'ledger.cannot', ''],
};

function State({ verified, record }: { readonly verified: Verified | null; readonly record: LedgerRecord }) {
  const tell = useOfficerWords();
  const [isOpen, setOpen] = useState(false);
  if (verified === null) return <span class="hint">{tell('ledger.checking')}</span>;
  const [icon, message, look] = states[verified.kind];
  return (
    <>
      <span class={`change nowrap ${look}`}>
        <Icon name={icon} /> {tell(message)}
      </span>
      {record.proof && (
        <button class="why" type="button" onClick={() => setOpen(true)}>
          {tell('ledger.details')}
          <span class="hidden"> {placeOf(record)}</span>
        </button>
      )}
      {isOpen && record.proof && <How proof={record.proof} message={message} close={() => setOpen(false)} />}
    </>
  );
}

interface HowProps {
  readonly proof: Proof;
  readonly message: OfficerMessageKey;
  readonly close: () => void;
}

/** What was verified, by which key, and what remains the gateway's word. */
function How({ proof, message, close }: HowProps) {
  const tell = useOfficerWords();
  const { origin, size, root, witnesses } = readCheckpoint(proof.checkpoint ?? '');
  const key = readKey(proof.verifierKey ?? '');
  const facts: readonly (readonly [OfficerMessageKey, string])[] = [
    ['ledger.key', `${key.name}+${key.id}`],
    ['ledger.log', origin],
    ['ledger.place', tell('ledger.placeOf', { place: (proof.sequence ?? 0) + 1, size })],
    ['ledger.leaf', proof.leafHash ?? ''],
    ['ledger.root', root],
    ['ledger.witnesses', witnesses.join(', ') || tell('ledger.witnessesNone')],
  ];
  return (
    <Dialog title={tell('ledger.howTitle')} close={close}>
      <p class="lead">{tell(message)}</p>
      <p>{tell('ledger.how', { count: (proof.path ?? []).length })}</p>
      <dl class="facts tall">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{tell(name)}</dt>
            <dd>
              <code class="hash">{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{tell('ledger.keyWord')}</p>
      <p class="hint">{tell('ledger.howNot')}</p>
    </Dialog>
  );
}
