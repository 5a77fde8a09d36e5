import { useState } from 'preact/hooks';
import { agreementsDocument } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';
import { AgreementChanges } from './agreement-changes.tsx';
import type { KnownAgreement } from './known-agreement.ts';
import { RoleMatrix } from './role-matrix.tsx';
import type { Requester } from './rows-of.ts';

/** The rules as a matrix of category, role and purpose. */
export function Simulator() {
  const tell = useOfficerWords();
  const { asked, again } = useAnswer(agreementsDocument, {});
  return (
    <>
      <h1 tabIndex={-1}>{tell('simulator.title')}</h1>
      <p>{tell('simulator.explanation')}</p>
      <WhenAnswered asked={asked} again={again} path={['agreements']}>
        {({ agreements }) => <Chosen agreements={agreements ?? []} />}
      </WhenAnswered>
    </>
  );
}

const modes = ['one', 'roles', 'dates', 'agreement'] as const;
type Mode = (typeof modes)[number];

function Chosen({ agreements }: { readonly agreements: readonly KnownAgreement[] }) {
  const { session, now } = useShell();
  const tell = useOfficerWords();
  const begin = agreementIn(history.state);
  const requesters = requestersOf(agreements, session.agency);
  const [mode, setMode] = useState<Mode>(begin === null ? 'one' : 'agreement');
  const [role, setRole] = useState(0);
  const [otherRole, setOtherRole] = useState(Math.min(1, requesters.length - 1));
  const today = new Date(now()).toISOString().slice(0, 10);
  const [on, setOn] = useState(today);
  const [otherDay, setOtherDay] = useState(inAYear(today));
  const [agreement, setAgreement] = useState(begin ?? '');
  const day = (text: string): string | null => (text === today || text === '' ? null : `${text}T12:00:00Z`);
  const requester = requesters[role];
  const other = requesters[otherRole];
  const looking = (who: Requester, at: string) => ({ requester: who, at: day(at) });
  return (
    <>
      <form class="card filters" onSubmit={(event) => event.preventDefault()}>
        <label class="field">
          {tell('simulator.compare')}
          <select value={mode} onChange={({ currentTarget }) => setMode(currentTarget.value as Mode)}>
            {modes.map((one) => (
              <option key={one} value={one}>
                {tell(`simulator.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {mode === 'agreement' ? (
          <AgreementChoice agreements={agreements} chosen={agreement} choose={setAgreement} />
        ) : (
          <RoleChoice name={tell('simulator.role')} requesters={requesters} chosen={role} choose={setRole} />
        )}
        {mode === 'roles' && (
          <RoleChoice
            name={tell('simulator.otherRole')}
            requesters={requesters}
            chosen={otherRole}
            choose={setOtherRole}
          />
        )}
        <Day name={tell('simulator.on')} value={on} choose={setOn} />
        {mode === 'dates' && <Day name={tell('simulator.otherDay')} value={otherDay} choose={setOtherDay} />}
      </form>
      {mode === 'agreement' ? (
        <AgreementChanges agreements={agreements} id={agreement} at={day(on)} />
      ) : (
        requester && (
          <RoleMatrix
            agreements={agreements}
            before={looking(requester, on)}
            after={
              mode === 'roles' && other
                ? looking(other, on)
                : mode === 'dates'
                  ? looking(requester, otherDay)
                  : null
            }
          />
        )
      )}
    </>
  );
}

/** From another screen an agreement may have been handed on. */
function agreementIn(state: unknown): string | null {
  const { agreement = null } = (state ?? {}) as { readonly agreement?: unknown };
  return typeof agreement === 'string' ? agreement : null;
}

/** The same day of the next year, or the first of March where it doesn't have that day. */
function inAYear(day: string): string {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10);
}

/** Whom agreements name, those of the officer's own agency first, in the order of their roles. */
function requestersOf(agreements: readonly KnownAgreement[], own: string): readonly Requester[] {
  const all = new Map<string, Requester>();
  for (const { agency, roles, applications } of agreements.flatMap(({ recipients }) => recipients ?? []))
    for (const role of roles ?? [])
      for (const application of (applications ?? []).length > 0 ? (applications ?? []) : [null])
        all.set(`${agency} ${role} ${application}`, { agency: agency ?? '', role, application });
  const rank = ({ agency, role }: Requester): string =>
    `${agency === own ? 0 : 1} ${agency} ${isOfficer(role) ? 1 : 0} ${role}`;
  return [...all.values()].toSorted((one, other) => rank(one).localeCompare(rank(other)));
}

function isOfficer(role: string): boolean {
  return ['privacy-officer', 'data-steward', 'system-administrator'].includes(role);
}

interface RoleChoiceProps {
  readonly name: string;
  readonly requesters: readonly Requester[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

function RoleChoice({ name, requesters, chosen, choose }: RoleChoiceProps) {
  const { code } = useShell().speech;
  const agencies = [...new Set(requesters.map(({ agency }) => agency))];
  return (
    <label class="field">
      {name}
      <select value={chosen} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
        {agencies.map((agency) => (
          <optgroup key={agency} label={code('agency', agency) ?? ''}>
            {requesters.map((one, index) =>
              one.agency === agency ? (
                <option key={index} value={index}>
                  {code('role', one.role)}, {code('agency', agency)}
                  {one.application && ` (${one.application})`}
                </option>
              ) : null,
            )}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly name: string;
  readonly value: string;
  readonly choose: (day: string) => void;
}

function Day({ name, value, choose }: DayProps) {
  return (
    <label class="field">
      {name}
      <input type="date" value={value} onChange={({ currentTarget }) => choose(currentTarget.value)} />
    </label>
  );
}

interface AgreementChoiceProps {
  readonly agreements: readonly KnownAgreement[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function AgreementChoice({ agreements, chosen, choose }: AgreementChoiceProps) {
  const tell = useOfficerWords();
  const possible = agreements.filter(({ status }) => status !== 'ENDED');
  const ordered = possible.toSorted((one, other) => Number(one.isInForce) - Number(other.isInForce));
  return (
    <label class="field">
      {tell('simulator.which')}
      <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">–</option>
        {ordered.map(({ id, title, isInForce }) => (
          <option key={id} value={id}>
            {tell(isInForce ? 'simulator.ends' : 'simulator.begins', { title: title ?? id })}
          </option>
        ))}
      </select>
    </label>
  );
}
