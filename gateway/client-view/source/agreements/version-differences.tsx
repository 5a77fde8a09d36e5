import { useState } from 'preact/hooks';
import { useOfficerWords } from '../language/officers/index.ts';
import { useSpeech } from '../shell/index.ts';
import { Icon, type IconName } from '../values/index.ts';
import { differencesBetween, type Difference } from './differences-between.ts';
import type { FullAgreement, Grant, Version } from './grants-of.ts';
import { useConditions } from './use-conditions.ts';

/** What two versions of an agreement grant differently. */
export function VersionDifferences({ agreement }: { readonly agreement: FullAgreement }) {
  const tell = useOfficerWords();
  const versions: readonly Version[] = [agreement, ...(agreement.earlierVersions ?? [])];
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(0);
  if (versions.length < 2) return <p class="hint">{tell('agreements.noEarlier')}</p>;
  const [before, after] = [versions[from], versions[to]];
  return (
    <>
      <div class="filters">
        <VersionChoice name={tell('agreements.from')} versions={versions} chosen={from} choose={setFrom} />
        <VersionChoice name={tell('agreements.to')} versions={versions} chosen={to} choose={setTo} />
      </div>
      {before && after && <Differences found={differencesBetween(before, after)} />}
    </>
  );
}

interface VersionChoiceProps {
  readonly name: string;
  readonly versions: readonly Version[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

function VersionChoice({ name, versions, chosen, choose }: VersionChoiceProps) {
  const { date } = useSpeech();
  const tell = useOfficerWords();
  return (
    <label class="field">
      {name}
      <select value={chosen} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
        {versions.map(({ version, startsOn, endsOn }, index) => (
          <option key={version} value={index}>
            {tell('agreements.version', { version: version ?? 0 })}
            {startsOn &&
              endsOn &&
              ` (${tell('agreements.until', { from: date(startsOn), to: date(endsOn) })})`}
          </option>
        ))}
      </select>
    </label>
  );
}

const kinds = {
  more: { icon: 'up', message: 'agreements.more', sum: 'agreements.moreSum' },
  less: { icon: 'down', message: 'agreements.less', sum: 'agreements.lessSum' },
  otherwise: { icon: 'half', message: 'agreements.otherwise', sum: 'agreements.otherSum' },
} as const satisfies Record<Difference['kind'], { readonly icon: IconName; message: string; sum: string }>;

function Differences({ found }: { readonly found: readonly Difference[] }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  if (found.length === 0) return <p>{tell('agreements.same')}</p>;
  return (
    <>
      <p class="sums">
        {Object.entries(kinds).map(([kind, { icon, sum }]) => (
          <span key={kind} class={`change ${kind}`}>
            <Icon name={icon} /> {tell(sum, { count: found.filter((one) => one.kind === kind).length })}
          </span>
        ))}
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{tell('agreements.category')}</th>
            <th scope="col">{tell('simulator.purpose')}</th>
            <th scope="col">{tell('agreements.change')}</th>
            <th scope="col">{tell('agreements.before')}</th>
            <th scope="col">{tell('agreements.after')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ kind, category, purpose, before, after }) => (
            <tr key={`${category} ${purpose}`}>
              <th scope="row">{code('category', category)}</th>
              <td data-label={tell('simulator.purpose')}>{code('purpose', purpose)}</td>
              <td data-label={tell('agreements.change')}>
                <span class={`change ${kind}`}>
                  <Icon name={kinds[kind].icon} /> {tell(kinds[kind].message)}
                </span>
              </td>
              <td data-label={tell('agreements.before')}>
                <Terms grants={before} />
              </td>
              <td data-label={tell('agreements.after')}>
                <Terms grants={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Terms({ grants }: { readonly grants: readonly Grant[] }) {
  const tell = useOfficerWords();
  const conditionsOf = useConditions();
  if (grants.length === 0) return <span class="hint">{tell('agreements.notGranted')}</span>;
  const words = grants.map((grant) => conditionsOf(grant).join('; ') || tell('agreements.noCondition'));
  return <span>{words.join(' / ')}</span>;
}
