import { Fact, useResident } from '../../resident-view/index.ts';
import { useShell } from '../../shell/index.ts';
import { AgencySection } from './section.tsx';

/** What the homeless management information system holds: each stay, the latest first. */
export function HousingSection() {
  const { housing } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const nodes = (housing?.enrollments?.edges ?? []).map(({ node }) => node);
  const asOf = nodes[0]?.updatedAt;
  return (
    <AgencySection section="housing" asOf={asOf}>
      {nodes.map((node, index) => {
        if (!node) return null;
        const path = ['housing', 'enrollments', 'edges', index, 'node'];
        const income = node.incomeAndBenefits?.[0];
        const situation = node.currentLivingSituations?.edges[0]?.node;
        const isOpen = node.exit === null;
        return (
          <details key={index} class="topic" open={index === 0}>
            <summary>
              <h3>
                {node.project?.name ?? say('housing.stay')}{' '}
                <span class={isOpen ? 'chip active' : 'chip'}>
                  {code('enrollmentStatus', isOpen ? 'OPEN' : 'ENDED')}
                </span>
              </h3>
              <span class="hint">
                {code('projectType', node.project?.type)} · {node.entryDate && date(node.entryDate)} –{' '}
                {node.exit?.date ? date(node.exit.date) : say('time.now')}
              </span>
            </summary>
            <dl class="facts">
              {!isOpen && (
                <Fact label={say('housing.destination')} at={[...path, 'exit', 'destination']}>
                  {code('destination', node.exit?.destination)}
                </Fact>
              )}
              {isOpen && (
                <Fact label={say('housing.situation')} at={[...path, 'currentLivingSituations']}>
                  {situation && code('situation', situation.situation)}
                </Fact>
              )}
              <Fact label={say('housing.disabling')} at={[...path, 'disablingCondition']}>
                {code('answer', node.disablingCondition)}
              </Fact>
              <Fact label={say('housing.income')} at={[...path, 'incomeAndBenefits']}>
                {income?.totalMonthlyIncome &&
                  say('benefits.perMonth', { amount: income.totalMonthlyIncome })}
              </Fact>
              <Fact label={say('housing.hiv')} at={[...path, 'hivAids']}>
                {code('answer', node.hivAids?.[0]?.response)}
              </Fact>
              <Fact label={say('housing.violence')} at={[...path, 'domesticViolence']}>
                {code('answer', node.domesticViolence?.[0]?.survivor)}
              </Fact>
              <Fact label={say('housing.assessment')} at={[...path, 'coordinatedEntryAssessments']}>
                {code('prioritization', node.coordinatedEntryAssessments?.[0]?.prioritizationStatus)}
              </Fact>
            </dl>
          </details>
        );
      })}
    </AgencySection>
  );
}
