import { useState } from 'preact/hooks';
import { useOfficerWords } from '../language/officers/index.ts';
import { useSpeech } from '../shell/index.ts';
import { agencyOfCategory } from '../values/index.ts';
import { CellWhy } from './cell-why.tsx';
import { Matrix } from './matrix.tsx';
import { changeOf, kindOf, type Cell, type Row } from './rows-of.ts';

interface FilteredMatrixProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly purposes: readonly string[];
  readonly isCompared: boolean;
}

type Shown = 'all' | 'onlyOpen' | 'onlyDifferent';

/** The matrix, narrowed by whose data it is, by purpose, and by what is of interest. */
export function FilteredMatrix({ title, rows, purposes, isCompared }: FilteredMatrixProps) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const [holder, setHolder] = useState('');
  const [purpose, setPurpose] = useState('');
  const [chosen, setShown] = useState<Shown>(isCompared ? 'onlyDifferent' : 'onlyOpen');
  const [opened, open] = useState<Cell | null>(null);
  const shown = isCompared || chosen !== 'onlyDifferent' ? chosen : 'onlyOpen';
  const columns = purposes.filter((one) => purpose === '' || one === purpose);
  const isWanted = ({ category, cells }: Row): boolean =>
    (holder === '' || agencyOfCategory(category) === holder) &&
    columns.some((one) => isOfInterest(cells.get(one), shown));
  const found = rows.filter(isWanted);
  const used = columns.filter((one) => found.some(({ cells }) => isOfInterest(cells.get(one), shown)));
  const holders = [...new Set(rows.map(({ category }) => agencyOfCategory(category)))].toSorted();
  return (
    <section class="card" aria-labelledby="matrix">
      <h2 id="matrix">{title}</h2>
      <div class="filters">
        <Choice name={tell('simulator.holder')} value={holder} choose={setHolder}>
          {[['', tell('simulator.anyHolder')], ...holders.map((one) => [one, code('agency', one) ?? one])]}
        </Choice>
        <Choice name={tell('simulator.purpose')} value={purpose} choose={setPurpose}>
          {[['', tell('simulator.anyPurpose')], ...purposes.map((one) => [one, code('purpose', one) ?? one])]}
        </Choice>
        <Choice name={tell('simulator.show')} value={shown} choose={(one) => setShown(one as Shown)}>
          {(isCompared
            ? (['onlyDifferent', 'onlyOpen', 'all'] as const)
            : (['onlyOpen', 'all'] as const)
          ).map((one) => [one, tell(`simulator.${one}`)])}
        </Choice>
      </div>
      <p class="hint" role="status">
        <Sum rows={found} columns={used} isCompared={isCompared} /> {tell('simulator.legend')}
      </p>
      {used.length === 0 ? (
        <p>{tell('simulator.nothing')}</p>
      ) : (
        <Matrix label={title} rows={found} purposes={used} open={open} />
      )}
      {opened && <CellWhy cell={opened} close={() => open(null)} />}
    </section>
  );
}

function isOfInterest(cell: Cell | undefined, shown: Shown): boolean {
  if (!cell) return false;
  if (shown === 'all') return true;
  if (shown === 'onlyDifferent') return changeOf(cell) !== 'same';
  return kindOf(cell.before) !== 'DENY' || (cell.after !== null && kindOf(cell.after) !== 'DENY');
}

interface SumProps {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly isCompared: boolean;
}

function Sum({ rows, columns, isCompared }: SumProps) {
  const tell = useOfficerWords();
  const cells = rows.flatMap((row) => columns.flatMap((one) => row.cells.get(one) ?? []));
  const of = (isIt: (cell: Cell) => boolean): number => cells.filter(isIt).length;
  const kind = (wanted: string) => of((cell) => kindOf(cell.before) === wanted);
  const change = (wanted: string) => of((cell) => changeOf(cell) === wanted);
  return (
    <>
      {isCompared
        ? tell('simulator.sumDiffers', {
            more: change('more'),
            less: change('less'),
            other: change('otherwise'),
          })
        : tell('simulator.sum', {
            permit: kind('PERMIT'),
            depends: kind('UNDETERMINED'),
            deny: kind('DENY'),
          })}
      .
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  /** Values with what they are called. */
  readonly children: readonly (readonly string[])[];
}

function Choice({ name, value, choose, children }: ChoiceProps) {
  return (
    <label class="field">
      {name}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {children.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
