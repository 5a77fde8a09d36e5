import { caseloadDocument, type CaseloadQuery } from '../../documents/operations.ts';
import type { Answer } from '../graphql/index.ts';
import { Link, useAnswer, useShell } from '../shell/index.ts';
import { NotRecorded, Nothing, Refusal, residentName } from '../values/index.ts';

/** The residents with whom the person works, as their agency vouches. */
export function Caseload() {
  const { speech } = useShell();
  const { say } = speech;
  const { asked, again } = useAnswer(caseloadDocument, {});
  return (
    <section class="card" aria-labelledby="caseload">
      <h2 id="caseload">{say('caseload.title')}</h2>
      {asked.kind === 'loading' && <p class="loading">{say('shell.loading')}</p>}
      {asked.kind === 'refused' && <Refusal code={asked.code} again={again} />}
      {asked.kind === 'answered' && <Entries answer={asked.answer} again={again} />}
    </section>
  );
}

type Edges = NonNullable<CaseloadQuery['myCaseload']>['edges'];

function Entries({ answer, again }: { readonly answer: Answer<CaseloadQuery>; readonly again: () => void }) {
  const { say } = useShell().speech;
  const path = ['myCaseload'];
  const problem = answer.problemAt(path);
  if (problem) return <Nothing problem={problem} path={path} residentId={null} retry={again} />;
  const edges = answer.data?.myCaseload?.edges ?? [];
  if (edges.length === 0) return <p>{say('caseload.empty')}</p>;
  return <Table edges={edges} />;
}

function Table({ edges }: { readonly edges: Edges }) {
  const { speech, now } = useShell();
  const { say, code, date, age } = speech;
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">{say('resident.name')}</th>
          <th scope="col">{say('resident.born')}</th>
          <th scope="col">{say('resident.town')}</th>
          <th scope="col">{say('caseload.relationship')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ node }) =>
          node?.resident ? (
            <tr key={node.id}>
              <th scope="row" data-label={say('resident.name')}>
                <Link href={`/residents/${node.resident.id}`}>
                  {residentName(node.resident.name) ?? say('resident.unnamed')}
                </Link>
              </th>
              <td class="nowrap" data-label={say('resident.born')}>
                {node.resident.birthDate ? (
                  `${date(node.resident.birthDate)} (${say('resident.age', { years: age(node.resident.birthDate, now()) })})`
                ) : (
                  <NotRecorded />
                )}
              </td>
              <td data-label={say('resident.town')}>
                {node.resident.currentAddress?.city ?? <NotRecorded />}
              </td>
              <td data-label={say('caseload.relationship')}>
                {code('relationship', node.kind)}
                {node.validFrom && <small> {say('time.since', { date: date(node.validFrom) })}</small>}
              </td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}
