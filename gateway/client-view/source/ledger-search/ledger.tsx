import { useEffect, useState } from 'preact/hooks';
import { ledgerSearchDocument, type DisclosureFilter } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { usePages, useShell } from '../shell/index.ts';
import { Icon, More, WhenAnswered } from '../values/index.ts';
import { placeOf, type LedgerRecord, type VerifiedRecords } from './ledger-record.ts';
import { recordsAsCsv } from './records-as-csv.ts';
import { RecordTable } from './record-table.tsx';
import { SearchForm } from './search-form.tsx';
import { verifyProof, type Verified } from './verify-proof.ts';

/** The search of the ledger; each record that is found is verified in this browser. */
export function Ledger() {
  const tell = useOfficerWords();
  const [filter, setFilter] = useState<DisclosureFilter>({});
  const [times, setTimes] = useState(0);
  const search = (next: DisclosureFilter): void => {
    setFilter(next);
    setTimes((before) => before + 1);
  };
  return (
    <>
      <h1 tabIndex={-1}>{tell('ledger.title')}</h1>
      <p>{tell('ledger.explanation')}</p>
      <SearchForm search={search} />
      <section class="card" aria-label={tell('ledger.title')}>
        <Found key={times} filter={filter} again={() => search(filter)} />
      </section>
    </>
  );
}

interface FoundProps {
  readonly filter: DisclosureFilter;
  /** Asks for the newest anew. */
  readonly again: () => void;
}

function Found({ filter, again }: FoundProps) {
  const list = usePages(
    ledgerSearchDocument,
    { filter },
    ({ disclosuresOfMyAgency }) => disclosuresOfMyAgency,
    (record) => placeOf(record),
  );
  return (
    <WhenAnswered asked={list.asked} again={list.again} path={['disclosuresOfMyAgency']}>
      {() => <Records records={list.nodes} more={list.more} again={again} retry={list.again} />}
    </WhenAnswered>
  );
}

interface RecordsProps {
  readonly records: readonly LedgerRecord[];
  readonly more: (() => void) | null;
  readonly again: () => void;
  /** Asks for what is listed anew. */
  readonly retry: () => void;
}

function Records({ records, more, again, retry }: RecordsProps) {
  const { announce } = useShell();
  const tell = useOfficerWords();
  const verified = useVerified(records);
  useSignedSoon(verified, retry);
  if (records.length === 0) return more ? <More more={more} isEmpty /> : <p>{tell('ledger.none')}</p>;
  const save = (): void => {
    download(recordsAsCsv(records));
    announce(tell('ledger.exported', { count: records.length }));
  };
  return (
    <>
      <h2>{tell(more ? 'ledger.foundMore' : 'ledger.found', { count: records.length })}</h2>
      <Sum verified={verified} count={records.length} />
      <p class="actions">
        <button class="button secondary" type="button" onClick={save}>
          {tell('ledger.export')}
        </button>
        <button class="button secondary" type="button" onClick={again}>
          {tell('ledger.again')}
        </button>
        {more && <span class="hint">{tell('ledger.exportMore')}</span>}
      </p>
      <RecordTable records={records} verified={verified} />
      <More more={more} isEmpty={false} />
    </>
  );
}

function useVerified(records: readonly LedgerRecord[]): VerifiedRecords {
  const [verified, setVerified] = useState<VerifiedRecords>(new Map());
  const places = records.map((record) => `${placeOf(record)} ${record.proof?.size}`).join();
  useEffect(() => {
    let isWanted = true;
    const all = records.map(async (record) => [placeOf(record), await verifyProof(record)] as const);
    void Promise.all(all).then((found) => isWanted && setVerified(new Map(found)));
    return () => {
      isWanted = false;
    };
  }, [places]);
  return verified;
}

const signedAfterMilliseconds = 1500;
const mostTries = 3;

/** What the log has not signed yet it signs within a second or so: it is asked for again, a few times. */
function useSignedSoon(verified: VerifiedRecords, retry: () => void): void {
  const [tries, setTries] = useState(0);
  const isWaiting = [...verified.values()].some(({ kind }) => kind === 'unsigned');
  useEffect(() => {
    if (!isWaiting || tries >= mostTries) return undefined;
    const timer = setTimeout(() => {
      setTries(tries + 1);
      retry();
    }, signedAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [isWaiting, tries]);
}

function Sum({ verified, count }: { readonly verified: VerifiedRecords; readonly count: number }) {
  const tell = useOfficerWords();
  const of = (kind: Verified['kind']): number =>
    [...verified.values()].filter((one) => one.kind === kind).length;
  if (verified.size < count) return <p class="hint">{tell('ledger.checking')}</p>;
  return (
    <>
      <p class="sums" role="status">
        <span class="change more">
          <Icon name="check" /> {tell('ledger.sum', { count: of('proven'), all: count })}
        </span>
      </p>
      {of('refuted') > 0 && (
        <p class="error" role="alert">
          <Icon name="alert" /> {tell('ledger.sumBad', { count: of('refuted') })}
        </p>
      )}
    </>
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = 'ledger.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
