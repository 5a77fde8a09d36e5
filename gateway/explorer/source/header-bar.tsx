import { englishSpeech } from '../../client-view/source/language/index.ts';
import type { Session } from '../../client-view/source/session/session.ts';
import { examples, type Example } from './examples.ts';
import { purposeCodes } from './purpose-codes.ts';

interface HeaderBarProps {
  readonly session: Session;
  readonly purposeOfUse: string;
  readonly onPurpose: (code: string) => void;
  readonly onExample: (example: Example) => void;
}

/** Who asks and what for, in sight of every answer; and a first question for everybody. */
export function HeaderBar({ session, purposeOfUse, onPurpose, onExample }: HeaderBarProps) {
  const { code } = englishSpeech;
  const roles = session.roles.map((role) => code('role', role)).join(', ');
  return (
    <header className="top-bar">
      <a className="product" href="/">
        Resident Graph
      </a>
      <h1 className="explorer-title">Explorer</h1>
      <label className="purpose">
        <span className="purpose-label">Purpose of use</span>
        <select value={purposeOfUse} onChange={({ target }) => onPurpose(target.value)}>
          <option value="">None stated</option>
          {purposeCodes(session.purposesOfUse).map((each) => (
            <option key={each} value={each}>{`${code('purpose', each)} (${each})`}</option>
          ))}
        </select>
      </label>
      <label className="purpose">
        <span className="purpose-label">Example for</span>
        <select
          value=""
          onChange={({ target }) => {
            const chosen = examples.find(({ audience }) => audience === target.value);
            if (chosen) onExample(chosen);
          }}
        >
          <option value="">Choose …</option>
          {examples.map(({ audience }) => (
            <option key={audience}>{audience}</option>
          ))}
        </select>
      </label>
      <nav aria-label="For developers">
        <a href="/docs">Documentation</a>
      </nav>
      <p className="who">
        <strong>{session.name ?? session.subject}</strong>
        <span>{`${roles} · ${code('agency', session.agency)}`}</span>
      </p>
    </header>
  );
}
