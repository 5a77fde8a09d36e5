import type { ComponentChildren } from 'preact';
import { agreementsInFullDocument } from '../../documents/operations.ts';
import { useOfficerWords } from '../language/officers/index.ts';
import { Link, useAnswer, useSpeech } from '../shell/index.ts';
import { WhenAnswered } from '../values/index.ts';
import { Clauses, GrantsMatrix } from './grants-matrix.tsx';
import type { FullAgreement } from './grants-of.ts';
import { Negotiation } from './negotiation.tsx';
import { StateChip } from './state-chip.tsx';
import { VersionDifferences } from './version-differences.tsx';

/** One agreement: what it says, how it came about, and what changed. */
export function AgreementScreen({ id }: { readonly id: string }) {
  const tell = useOfficerWords();
  const { asked, again } = useAnswer(agreementsInFullDocument, {});
  return (
    <WhenAnswered asked={asked} again={again} path={['agreements']}>
      {({ agreements }) => {
        const found = (agreements ?? []).find((one) => one.id === id);
        return found ? (
          <InFull agreement={found} />
        ) : (
          <section class="card notice">
            <h1 tabIndex={-1}>{tell('agreements.unknown')}</h1>
            <Link class="button" href="/agreements">
              {tell('agreements.back')}
            </Link>
          </section>
        );
      }}
    </WhenAnswered>
  );
}

function InFull({ agreement }: { readonly agreement: FullAgreement }) {
  const { code } = useSpeech();
  const tell = useOfficerWords();
  const { id, title, kind, version, status, isInForce } = agreement;
  const isChangeable = status !== 'ENDED';
  return (
    <>
      <p class="crumb">
        <Link href="/agreements">{tell('agreements.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      <p class="sums">
        <StateChip status={status} />
        <span>{tell(isInForce ? 'agreements.binds' : 'agreements.bindsNot')}</span>
        <span class="hint">
          {code('agreementKind', kind)} · {tell('agreements.version', { version: version ?? 0 })} · {id}
        </span>
      </p>
      <div class="two">
        <Part id="parties" title={tell('agreements.shares')}>
          <Facts agreement={agreement} />
          {isChangeable && (
            <p>
              <Link class="button secondary" href="/simulator" state={{ agreement: id }}>
                {tell('agreements.simulate')}
              </Link>
            </p>
          )}
        </Part>
        <Part id="negotiation" title={tell('agreements.negotiation')}>
          <Negotiation agreement={agreement} />
        </Part>
      </div>
      <Part id="grants" title={tell('agreements.whatItGrants')}>
        <GrantsMatrix version={agreement} />
        <h3>{tell('agreements.clauses')}</h3>
        <Clauses version={agreement} />
      </Part>
      <Part id="difference" title={tell('agreements.difference')}>
        <VersionDifferences agreement={agreement} />
      </Part>
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ id, title, children }: PartProps) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ agreement }: { readonly agreement: FullAgreement }) {
  const { code, date } = useSpeech();
  const tell = useOfficerWords();
  const { provider, recipients, legalAuthority, redisclosure, startsOn, endsOn, contentHash } = agreement;
  return (
    <dl class="facts tall">
      <div>
        <dt>{tell('agreements.provider')}</dt>
        <dd>{code('agency', provider)}</dd>
      </div>
      <div>
        <dt>{tell('agreements.recipients')}</dt>
        <dd>
          <ul class="plain">
            {(recipients ?? []).map(({ agency, roles, applications }) => (
              <li key={`${agency} ${roles?.join()}`}>
                {code('agency', agency)}
                <span class="hint">
                  {(roles ?? []).length === 0
                    ? tell('agreements.agencyItself')
                    : (roles ?? []).map((role) => code('role', role)).join(', ')}
                  {(applications ?? []).length > 0 && ` · ${(applications ?? []).join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{tell('agreements.term')}</dt>
        <dd>{startsOn && endsOn && tell('agreements.until', { from: date(startsOn), to: date(endsOn) })}</dd>
      </div>
      <div>
        <dt>{tell('agreements.authority')}</dt>
        <dd>{(legalAuthority ?? []).join('; ')}</dd>
      </div>
      <div>
        <dt>{tell('agreements.redisclosure')}</dt>
        <dd>{code('redisclosure', redisclosure)}</dd>
      </div>
      <div>
        <dt>{tell('agreements.hash')}</dt>
        <dd>
          <code class="hash">{contentHash}</code>
        </dd>
      </div>
    </dl>
  );
}
