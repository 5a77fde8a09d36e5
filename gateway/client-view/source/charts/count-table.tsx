import { useState } from 'preact/hooks';
import { useOfficerWords } from '../language/officers/index.ts';

/** How often something was shown and withheld. */
interface Count {
  readonly name: string | null;
  readonly shown: number | null;
  readonly withheld: number | null;
}

interface CountTableProps {
  /** What the names are of. */
  readonly title: string;
  readonly counts: readonly Count[];
  /** What a name is called. */
  readonly words: (name: string | null) => string;
}

const few = 8;

/** Counts as a table whose rows carry a bar each, so that it is a picture, too. */
export function CountTable({ title, counts, words }: CountTableProps) {
  const tell = useOfficerWords();
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(1, ...counts.map(({ shown, withheld }) => (shown ?? 0) + (withheld ?? 0)));
  const listed = isWhole ? counts : counts.slice(0, few);
  return (
    <>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" class="number">
              {tell('uses.shown')}
            </th>
            <th scope="col" class="number">
              {tell('uses.withheld')}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ name, shown, withheld }) => (
            <tr key={name ?? ''}>
              <th scope="row">
                {words(name)}
                <svg class="count-bar" width="100%" height="8" aria-hidden="true">
                  <rect class="shown" width={`${((shown ?? 0) / most) * 100}%`} height="8" />
                  <rect
                    class="withheld-bar"
                    x={`${((shown ?? 0) / most) * 100}%`}
                    width={`${((withheld ?? 0) / most) * 100}%`}
                    height="8"
                  />
                </svg>
              </th>
              <td class="number">{shown}</td>
              <td class="number">{withheld}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length > few && !isWhole && (
        <p class="hint">
          {tell('uses.more', { count: few, all: counts.length })}{' '}
          <button class="why" type="button" onClick={() => setWhole(true)}>
            {tell('uses.showAll')}
            <span class="hidden"> {title}</span>
          </button>
        </p>
      )}
    </>
  );
}
