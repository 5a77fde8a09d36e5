import { Fact, type Resident, Shown, useResident } from '../../resident-view/index.ts';
import { useShell } from '../../shell/index.ts';
import { AgencySection } from './section.tsx';

type Benefits = NonNullable<Resident['benefits']>;
type Case = NonNullable<NonNullable<NonNullable<Benefits['snap']>['cases']>['edges'][number]['node']>;

/** What the benefits agency holds. */
export function BenefitsSection() {
  const { benefits } = useResident().resident;
  return (
    <AgencySection section="benefits">
      <Cases field="snap" cases={benefits?.snap?.cases?.edges.map(({ node }) => node)} />
      <Cases field="tanf" cases={benefits?.tanf?.cases?.edges.map(({ node }) => node)} />
      <Medicaid />
      <Cases field="childCare" cases={benefits?.childCare?.cases?.edges.map(({ node }) => node)} />
      <Incomes />
    </AgencySection>
  );
}

interface CasesProps {
  readonly field: 'snap' | 'tanf' | 'childCare';
  readonly cases:
    readonly ((Omit<Case, 'issuances'> & Partial<Pick<Case, 'issuances'>>) | null)[] | undefined;
}

function Cases({ field, cases = [] }: CasesProps) {
  const { say, code, date } = useShell().speech;
  const at = ['benefits', field, 'cases', 'edges'];
  return (
    <div class="topic">
      <h3>{say(`program.${field}`)}</h3>
      {cases.length === 0 && <Shown at={['benefits', field]} />}
      {cases.map((node, index) => {
        if (!node) return null;
        const path = [...at, index, 'node'];
        const issuance = node.issuances?.edges[0]?.node;
        return (
          <dl key={node.caseNumber ?? index} class="facts">
            <Fact label={say('benefits.case')} at={[...path, 'caseNumber']}>
              {node.caseNumber}
            </Fact>
            <Fact label={say('fact.status')} at={[...path, 'status']}>
              {code('caseStatus', node.status)}
            </Fact>
            <Fact label={say('benefits.opened')} at={[...path, 'openedOn']}>
              {node.openedOn && date(node.openedOn)}
            </Fact>
            {node.closedOn && (
              <>
                <Fact label={say('benefits.closed')} at={[...path, 'closedOn']}>
                  {date(node.closedOn)}
                </Fact>
                <Fact label={say('benefits.closureReason')} at={[...path, 'closureReason']}>
                  {code('closureReason', node.closureReason)}
                </Fact>
              </>
            )}
            {node.status === 'ACTIVE' && (
              <Fact label={say('next.recertification')} at={[...path, 'recertificationDueOn']}>
                {node.recertificationDueOn && date(node.recertificationDueOn)}
              </Fact>
            )}
            {field === 'snap' && node.status === 'ACTIVE' && (
              <Fact label={say('benefits.lastIssuance')} at={[...path, 'issuances']}>
                {issuance && `$${issuance.amount}${issuance.issuedOn ? `, ${date(issuance.issuedOn)}` : ''}`}
              </Fact>
            )}
          </dl>
        );
      })}
    </div>
  );
}

function Medicaid() {
  const { benefits } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const edges = benefits?.medicaid?.enrollments?.edges ?? [];
  return (
    <div class="topic">
      <h3>{say('program.medicaid')}</h3>
      {edges.length === 0 && <Shown at={['benefits', 'medicaid']} />}
      {edges.map(({ node }, index) => {
        if (!node) return null;
        const path = ['benefits', 'medicaid', 'enrollments', 'edges', index, 'node'];
        return (
          <dl key={node.effectiveOn ?? index} class="facts">
            <Fact label={say('fact.from')} at={[...path, 'effectiveOn']}>
              {node.effectiveOn && date(node.effectiveOn)}
            </Fact>
            <Fact label={say('fact.until')} at={[...path, 'endsOn']}>
              {node.endsOn ? date(node.endsOn) : say('time.ongoing')}
            </Fact>
            <Fact label={say('benefits.group')} at={[...path, 'eligibilityGroup']}>
              {code('eligibilityGroup', node.eligibilityGroup)}
            </Fact>
            {node.endsOn === null && (
              <Fact label={say('next.renewal')} at={[...path, 'renewalDueOn']}>
                {node.renewalDueOn && date(node.renewalDueOn)}
              </Fact>
            )}
          </dl>
        );
      })}
    </div>
  );
}

function Incomes() {
  const { benefits } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const edges = benefits?.incomes?.edges ?? [];
  return (
    <div class="topic">
      <h3>{say('benefits.income')}</h3>
      {edges.length === 0 && <Shown at={['benefits', 'incomes']} />}
      <ul class="plain">
        {edges.map(({ node }, index) =>
          node ? (
            <li key={index}>
              <strong>{say('benefits.perMonth', { amount: node.monthlyAmount ?? '–' })}</strong>{' '}
              {code('incomeKind', node.kind)} {node.payer}
              <span class="hint">
                {' '}
                {node.from && say('time.since', { date: date(node.from) })}{' '}
                {node.until && say('time.until', { date: date(node.until) })}
              </span>
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}
