import { Fact, Shown, useResident } from '../../resident-view/index.ts';
import { useShell } from '../../shell/index.ts';
import { phone } from '../programs-of.ts';
import { AgencySection } from './section.tsx';

/** What justice holds: custody, court cases and supervision. */
export function JusticeSection() {
  return (
    <AgencySection section="justice">
      <Cases />
      <Bookings />
      <Supervisions />
    </AgencySection>
  );
}

function Cases() {
  const { justice } = useResident().resident;
  const { say, code, date, time } = useShell().speech;
  const edges = justice?.cases?.edges ?? [];
  const hearing = justice?.nextHearing;
  return (
    <div class="topic">
      <h3>{say('justice.cases')}</h3>
      {edges.length === 0 && <Shown at={['justice', 'cases']} />}
      {hearing?.scheduledFor && (
        <p>
          {say('next.hearing')} <strong>{time(hearing.scheduledFor)}</strong>{' '}
          {code('hearingType', hearing.type)}
          {hearing.courtroom && `, ${hearing.courtroom}`}
        </p>
      )}
      {edges.map(({ node }, index) => {
        if (!node) return null;
        const path = ['justice', 'cases', 'edges', index, 'node'];
        return (
          <dl key={node.id} class="facts">
            <Fact label={say('justice.number')} at={[...path, 'caseNumber']}>
              {node.caseNumber}
            </Fact>
            <Fact label={say('justice.court')} at={[...path, 'court']}>
              {node.court}
            </Fact>
            <Fact label={say('fact.status')} at={[...path, 'status']}>
              {[code('courtStatus', node.status), code('caseType', node.caseType)].filter(Boolean).join(', ')}
            </Fact>
            <Fact label={say('justice.filed')} at={[...path, 'filingDate']}>
              {node.filingDate && date(node.filingDate)}
            </Fact>
            <Fact label={say('justice.charges')} at={[...path, 'charges']}>
              {node.charges
                ?.map(({ description, disposition }) =>
                  [description, code('disposition', disposition)].filter(Boolean).join(': '),
                )
                .join('; ')}
            </Fact>
          </dl>
        );
      })}
    </div>
  );
}

function Bookings() {
  const { justice } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const edges = justice?.bookings?.edges ?? [];
  return (
    <div class="topic">
      <h3>{say('justice.bookings')}</h3>
      {edges.length === 0 && <Shown at={['justice', 'bookings']} />}
      {edges.map(({ node }, index) => {
        if (!node) return null;
        const path = ['justice', 'bookings', 'edges', index, 'node'];
        return (
          <dl key={node.id} class="facts">
            <Fact label={say('justice.booked')} at={[...path, 'bookingDate']}>
              {node.bookingDate && date(node.bookingDate)}
            </Fact>
            <Fact label={say('justice.facility')} at={[...path, 'detentionFacility']}>
              {node.detentionFacility?.name}
            </Fact>
            <Fact label={say('justice.released')} at={[...path, 'release']}>
              {node.release
                ? [
                    node.release.releaseDate && date(node.release.releaseDate),
                    code('releaseReason', node.release.reason),
                  ]
                    .filter(Boolean)
                    .join(', ')
                : say('justice.held')}
            </Fact>
            <Fact label={say('justice.charges')} at={[...path, 'charges']}>
              {node.charges?.map(({ description }) => description).join('; ')}
            </Fact>
          </dl>
        );
      })}
    </div>
  );
}

function Supervisions() {
  const { justice } = useResident().resident;
  const { say, code, date } = useShell().speech;
  const supervisions = justice?.supervisions ?? [];
  return (
    <div class="topic">
      <h3>{say('program.supervision')}</h3>
      {supervisions.length === 0 && <Shown at={['justice', 'supervisions']} />}
      {supervisions.map(({ type, startDate, endDate, officer, officerPhone }, index) => (
        <dl key={index} class="facts">
          <Fact label={say('justice.kind')} at={['justice', 'supervisions', index, 'type']}>
            {code('supervisionType', type)}
          </Fact>
          <Fact label={say('fact.from')} at={['justice', 'supervisions', index, 'startDate']}>
            {startDate && date(startDate)}
          </Fact>
          <Fact label={say('fact.until')} at={['justice', 'supervisions', index, 'endDate']}>
            {endDate && date(endDate)}
          </Fact>
          <Fact label={say('justice.officer')} at={['justice', 'supervisions', index, 'officer']}>
            {[officer, phone(officerPhone)].filter(Boolean).join(', ')}
          </Fact>
        </dl>
      ))}
    </div>
  );
}
