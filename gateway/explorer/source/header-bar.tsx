import { useState } from 'react';
import { englishSpeech } from '../../client-view/source/language/index.ts';
import { purposesOf } from '../../client-view/source/session/purposes.ts';
import { signInAddress, type Session } from '../../client-view/source/session/session.ts';
import { examples, type Example } from './examples.ts';

interface HeaderBarProps {
  readonly session: Session;
  readonly isOver: boolean;
  readonly purposeOfUse: string;
  readonly onPurpose: (code: string) => void;
  readonly onExample: (example: Example) => void;
}

/** Who asks and what for, in sight of every answer; and a first question for everybody. */
export function HeaderBar({ session, isOver, purposeOfUse, onPurpose, onExample }: HeaderBarProps) {
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
          {purposesOf(session).map((each) => (
            <option key={each} value={each}>{`${code('purpose', each)} (${each})`}</option>
          ))}
        </select>
      </label>
      <ExampleChoice onExample={onExample} />
      <nav aria-label="For developers">
        <a href="/docs">Documentation</a>
      </nav>
      <p className="who">
        <strong>{session.name ?? session.subject}</strong>
        <span>{`${roles} · ${code('agency', session.agency)}`}</span>
      </p>
      {isOver && (
        <p className="session-over" role="alert">
          Your session is over; what you wrote is still here.{' '}
          <a href={signInAddress('/signed-in')} target="_blank" rel="noreferrer">
            Sign in again
          </a>
        </p>
      )}
    </header>
  );
}

/** Choosing does nothing by itself: whoever goes through the list by the arrow keys passes all of them (WCAG 2.2, 3.2.2). */
function ExampleChoice({ onExample }: Pick<HeaderBarProps, 'onExample'>) {
  const [chosen, setChosen] = useState(examples[0]);
  const choose = (audience: string): void =>
    setChosen(examples.find((example) => example.audience === audience));
  return (
    <div className="example">
      <label className="purpose">
        <span className="purpose-label">Example for</span>
        <select value={chosen?.audience} onChange={({ target }) => choose(target.value)}>
          {examples.map(({ audience }) => (
            <option key={audience}>{audience}</option>
          ))}
        </select>
      </label>
      <button className="quiet" type="button" onClick={() => chosen && onExample(chosen)}>
        Open<span className="hidden"> the example</span>
      </button>
    </div>
  );
}
