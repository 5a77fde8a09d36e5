import { Fact, Shown, useResident } from '../../resident-view/index.ts';
import { useShell } from '../../shell/index.ts';
import { AgencySection } from './section.tsx';

/** What behavioral health holds: two halves under different law. */
export function BehavioralHealthSection() {
  return (
    <AgencySection section="behavioralHealth">
      <Treatment />
      <MentalHealth />
    </AgencySection>
  );
}

function Treatment() {
  const { behavioralHealth } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const edges = behavioralHealth?.substanceUseTreatment?.admissions?.edges ?? [];
  return (
    <div class="topic">
      <h3>{say('program.substanceUseTreatment')}</h3>
      {edges.length === 0 && <Shown at={['behavioralHealth', 'substanceUseTreatment']} />}
      {edges.map(({ node }, index) => {
        if (!node) return null;
        const path = ['behavioralHealth', 'substanceUseTreatment', 'admissions', 'edges', index, 'node'];
        return (
          <dl key={node.id} class="facts">
            <Fact label={say('health.admitted')} at={[...path, 'admissionDate']}>
              {node.admissionDate && date(node.admissionDate)}
            </Fact>
            <Fact label={say('health.setting')} at={[...path, 'serviceSetting']}>
              {code('serviceSetting', node.serviceSetting)}
            </Fact>
            <Fact label={say('health.provider')} at={[...path, 'provider']}>
              {node.provider && [node.provider.name, node.provider.city].filter(Boolean).join(', ')}
            </Fact>
            <Fact label={say('health.medication')} at={[...path, 'medications']}>
              {node.medications?.map(({ medication }) => code('medication', medication)).join(', ')}
            </Fact>
            <Fact label={say('health.discharged')} at={[...path, 'discharge']}>
              {node.discharge
                ? [
                    node.discharge.dischargeDate && date(node.discharge.dischargeDate),
                    code('dischargeReason', node.discharge.reason),
                  ]
                    .filter(Boolean)
                    .join(', ')
                : say('time.ongoing')}
            </Fact>
            <Fact label={say('health.notes')} at={[...path, 'counselingNotes']}>
              {node.counselingNotes && node.counselingNotes.length > 0 && (
                <details>
                  <summary>{say('health.readNotes', { count: node.counselingNotes.length })}</summary>
                  {node.counselingNotes.map(({ sessionDate, text }) => (
                    <p key={sessionDate}>
                      {sessionDate && <strong>{date(sessionDate)}</strong>} {text}
                    </p>
                  ))}
                </details>
              )}
            </Fact>
          </dl>
        );
      })}
    </div>
  );
}

function MentalHealth() {
  const { behavioralHealth } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const edges = behavioralHealth?.mentalHealth?.episodes?.edges ?? [];
  return (
    <div class="topic">
      <h3>{say('program.mentalHealth')}</h3>
      {edges.length === 0 && <Shown at={['behavioralHealth', 'mentalHealth']} />}
      {edges.map(({ node }, index) => {
        if (!node) return null;
        const path = ['behavioralHealth', 'mentalHealth', 'episodes', 'edges', index, 'node'];
        return (
          <dl key={node.id} class="facts">
            <Fact label={say('health.admitted')} at={[...path, 'admissionDate']}>
              {node.admissionDate && date(node.admissionDate)}
            </Fact>
            <Fact label={say('health.setting')} at={[...path, 'setting']}>
              {code('mentalHealthSetting', node.setting)}
            </Fact>
            <Fact label={say('health.provider')} at={[...path, 'provider']}>
              {node.provider && [node.provider.name, node.provider.city].filter(Boolean).join(', ')}
            </Fact>
            <Fact label={say('health.discharged')} at={[...path, 'dischargeDate']}>
              {node.dischargeDate ? date(node.dischargeDate) : say('time.ongoing')}
            </Fact>
          </dl>
        );
      })}
    </div>
  );
}
