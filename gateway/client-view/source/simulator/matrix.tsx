import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { PurposeHead } from '../charts/index.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useSpeech } from '../shell/index.ts';
import { Icon, type IconName } from '../values/index.ts';
import { changeOf, kindOf, type Cell, type Row, type Side } from './rows-of.ts';

interface MatrixProps {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly purposes: readonly string[];
  readonly open: (cell: Cell) => void;
}

const icons = { PERMIT: 'check', UNDETERMINED: 'half', DENY: 'cross' } as const satisfies Record<
  string,
  IconName
>;

/**
 * Categories by purposes. One stop of the Tab key: arrow keys, Home and End go from cell to cell (WAI-ARIA grid), and
 * Enter opens why.
 */
export function Matrix({ label, rows, purposes, open }: MatrixProps) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0]);
  const [currentRow, currentColumn] = [Math.min(row, rows.length - 1), Math.min(column, purposes.length - 1)];
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTableElement>): void => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const [nextRow, nextColumn] = move(currentRow, currentColumn, purposes.length - 1);
    const next = [clamped(nextRow, rows.length - 1), clamped(nextColumn, purposes.length - 1)] as const;
    setPlace(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${next.join()}"]`)?.focus();
  };
  return (
    <div class="wide">
      <table class="matrix" role="grid" aria-label={label} onKeyDown={onKeyDown}>
        <PurposeHead title={tell('simulator.category')} purposes={purposes} />
        <tbody>
          {rows.map((one, rowIndex) => (
            <tr key={one.key}>
              <th scope="row">
                {code('category', one.category)}
                {one.requester && (
                  <span class="line hint">
                    {code('role', one.requester.role)}, {code('agency', one.requester.agency)}
                  </span>
                )}
              </th>
              {purposes.map((purpose, columnIndex) => {
                const cell = one.cells.get(purpose);
                const isCurrent = rowIndex === currentRow && columnIndex === currentColumn;
                return (
                  <td key={purpose} class={cell ? `cell ${classOf(cell)}` : 'cell'}>
                    <button
                      type="button"
                      class="cell-button"
                      data-place={`${rowIndex},${columnIndex}`}
                      tabIndex={isCurrent ? 0 : -1}
                      disabled={!cell}
                      onFocus={() => setPlace([rowIndex, columnIndex])}
                      onClick={() => cell && open(cell)}
                    >
                      {cell ? <Content cell={cell} /> : '–'}
                      <span class="hidden">
                        {' '}
                        {code('category', one.category)}, {code('purpose', purpose)}
                      </span>
                    </button>
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

type Move = (row: number, column: number, last: number) => readonly [number, number];

const moves: Readonly<Record<string, Move | undefined>> = {
  ArrowRight: (row, column) => [row, column + 1],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowUp: (row, column) => [row - 1, column],
  Home: (row) => [row, 0],
  End: (row, _, last) => [row, last],
};

function clamped(index: number, last: number): number {
  return Math.max(0, Math.min(last, index));
}

function classOf(cell: Cell): string {
  const change = changeOf(cell);
  return change === 'same' ? kindOf(cell.before).toLowerCase() : change;
}

/** What a cell says, in a drawing and in words: its colour says nothing that they don't. */
function Content({ cell }: { readonly cell: Cell }) {
  const tell = useOfficerWords();
  const change = changeOf(cell);
  if (change === 'same') return <One side={cell.before} />;
  if (change === 'otherwise')
    return (
      <>
        <Icon name="half" /> {tell('simulator.otherwise')}
      </>
    );
  const [before, after] = [cell.before, cell.after ?? cell.before].map((side) =>
    tell(`simulator.${kindOf(side)}`),
  );
  return (
    <>
      <Icon name={change === 'more' ? 'up' : 'down'} /> {before} → {after}
    </>
  );
}

function One({ side }: { readonly side: Side }) {
  const tell = useOfficerWords();
  const kind = kindOf(side);
  return (
    <>
      <Icon name={icons[kind]} /> {tell(`simulator.${kind}`)}
    </>
  );
}
