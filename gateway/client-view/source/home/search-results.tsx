import type { SearchQuery } from '../../documents/operations.ts';
import type { Answer } from '../graphql/index.ts';
import { Link, useShell } from '../shell/index.ts';
import { Icon, NotRecorded, Nothing, residentName } from '../values/index.ts';

interface SearchResultsProps {
  readonly answer: Answer<SearchQuery>;
  readonly again: () => void;
}

/** Who was found, told apart by age and town, with what matched. No results is not the same as not permitted. */
export function SearchResults({ answer, again }: SearchResultsProps) {
  const { say } = useShell().speech;
  const path = ['searchResidents'];
  const problem = answer.problemAt(path);
  if (problem) return <Nothing problem={problem} path={path} residentId={null} retry={again} />;
  const edges = answer.data?.searchResidents?.edges ?? [];
  if (edges.length === 0)
    return (
      <p>
        <strong>{say('search.none')}</strong> {say('search.noneHint')}
      </p>
    );
  return (
    <>
      <h3>{say('search.found', { count: edges.length })}</h3>
      {answer.data?.searchResidents?.isTooBroad && <p class="hint">{say('search.tooBroad')}</p>}
      <ul class="found">
        {edges.map((edge, index) => (
          <Result key={edge.node?.id ?? index} edge={edge} />
        ))}
      </ul>
    </>
  );
}

type Edge = NonNullable<SearchQuery['searchResidents']>['edges'][number];

function Result({ edge: { node, matchedOn } }: { readonly edge: Edge }) {
  const { speech, now } = useShell();
  const { say, code, date, age } = speech;
  if (!node) return null;
  const isClosed = node.access?.categories?.some(({ reason }) => reason === 'RELATIONSHIP') ?? false;
  const town = node.currentAddress?.isSubstitute ? say('address.substitute') : node.currentAddress?.city;
  return (
    <li>
      <Link class="name" href={`/residents/${node.id}`}>
        {residentName(node.name) ?? say('resident.unnamed')}
      </Link>
      <span>
        {node.birthDate ? (
          <>
            {say('resident.bornOn')} <strong>{date(node.birthDate)}</strong> (
            {say('resident.age', { years: age(node.birthDate, now()) })})
          </>
        ) : (
          <NotRecorded />
        )}
      </span>
      <span>{town ?? <NotRecorded />}</span>
      <span class="matched">
        {say('search.matchedOn', {
          identifiers: (matchedOn ?? []).map((one) => code('identifier', one)).join(', '),
        })}
      </span>
      {isClosed && (
        <span class="nothing withheld">
          <Icon name="lock" />
          {say('search.closed')}
        </span>
      )}
    </li>
  );
}
