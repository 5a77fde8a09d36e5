import type { InMemorySubgraph } from '../in-memory/index.ts';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
`;

/** A notice board, the people who write on it, and its archive, which fails at every fourth thing. */
export function boardSubgraphs(): readonly InMemorySubgraph[] {
  return [boardSubgraph, peopleSubgraph, archiveSubgraph];
}

type Representation = Readonly<Record<string, unknown>>;

const numbers = Array.from({ length: 24 }, (_, index) => index);

const boardSubgraph: InMemorySubgraph = {
  name: 'board',
  schema: `${federation}
type Query { entries: [Entry] }
interface Entry { id: ID! heading: String }
union Attachment = Picture | Sheet
type Notice implements Entry @key(fields: "id") { id: ID! heading: String attachments: [Attachment] }
type Meeting implements Entry @key(fields: "id") { id: ID! heading: String minutes: Sheet }
type Picture @key(fields: "id") { id: ID! caption: String }
type Sheet @key(fields: "id") { id: ID! title: String }`,
  entities: ['Notice', 'Meeting', 'Picture', 'Sheet'],
  root: { entries: () => numbers.map(entry) },
  find: () => null,
};

function entry(number: number): object | null {
  if (number % 8 === 7) return null;
  const id = `entry-${number}`;
  const heading = number % 5 === 3 ? thrower('The heading cannot be read.') : `Heading of ${number}`;
  if (number % 3 === 0) return { __typename: 'Meeting', id, heading, minutes: sheet(number) };
  const attachments = [picture(number), null, sheet(number + 1)];
  return { __typename: 'Notice', id, heading, attachments };
}

function picture(number: number): object {
  return {
    __typename: 'Picture',
    id: `picture-${number}`,
    caption: number % 2 === 0 ? null : 'A bench in the park',
  };
}

function sheet(number: number): object {
  return { __typename: 'Sheet', id: `sheet-${number}`, title: `Sheet ${number}` };
}

const peopleSubgraph: InMemorySubgraph = {
  name: 'people',
  schema: `${federation}
type Query { personCount: Int }
type Notice @key(fields: "id") { id: ID! author: Person }
type Meeting @key(fields: "id") { id: ID! host: Person attendees: [Person] }
type Person @key(fields: "id") { id: ID! name: String! phone: String }`,
  entities: ['Notice', 'Meeting', 'Person'],
  root: { personCount: 9 },
  find: findPeople,
};

function findPeople({ __typename, id }: Representation): unknown {
  const number = numberOf(id);
  if (__typename === 'Notice') return { __typename, id, author: person(number) };
  const attendees = [1, 2, 3].map((step) => person(number + step));
  return { __typename, id, host: person(number), attendees };
}

/** Every seventh person has no name, which none may lack. */
function person(number: number): object {
  const name = number % 7 === 4 ? thrower('The name is sealed.') : `Person ${number}`;
  return { id: `person-${number}`, name, phone: number % 2 === 0 ? null : `555-01${number}` };
}

const archiveSubgraph: InMemorySubgraph = {
  name: 'archive',
  schema: `${federation}
type Query { shelfMetres: Int }
type Notice @key(fields: "id") { id: ID! views: Int stamp: String! }
type Picture @key(fields: "id") { id: ID! width: Int }
type Sheet @key(fields: "id") { id: ID! pages: Int }`,
  entities: ['Notice', 'Picture', 'Sheet'],
  root: { shelfMetres: 12 },
  find: findArchived,
};

/** Every tenth entity is unknown to the archive; a notice without its stamp cannot stand. */
function findArchived({ __typename, id }: Representation): unknown {
  const number = numberOf(id);
  if (number % 10 === 5) return null;
  const count = number % 4 === 2 ? thrower('The archive is being counted.') : number * 3;
  if (__typename === 'Notice')
    return { __typename, id, views: count, stamp: number % 11 === 1 ? null : `Stamp ${number}` };
  return __typename === 'Picture' ? { __typename, id, width: count } : { __typename, id, pages: count };
}

function numberOf(id: unknown): number {
  return Number(String(id).split('-')[1]);
}

function thrower(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}
