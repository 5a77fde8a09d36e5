import type { InMemorySubgraph } from '../in-memory/index.ts';
import { books, notes, readers, type Note } from './library.ts';

const federation = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])
`;

/** Four subgraphs that share readers and books by their keys. */
export function librarySubgraphs(): readonly InMemorySubgraph[] {
  return [readersSubgraph, shelvesSubgraph, booksSubgraph, notesSubgraph];
}

const readersSubgraph: InMemorySubgraph = {
  name: 'readers',
  schema: `${federation}
type Query { readers: [Reader] }
type Reader @key(fields: "id") { id: ID! handle: String name: String }`,
  entities: ['Reader'],
  root: { readers },
  find: ({ id }) =>
    typed(
      'Reader',
      readers.find((reader) => reader.id === id),
    ),
};

const shelvesSubgraph: InMemorySubgraph = {
  name: 'shelves',
  schema: `${federation}
type Query { shelfCount: Int }
type Book @key(fields: "isbn") {
  isbn: String!
  weight: Int @external
  price: Int @external
  onShelf: Boolean
  deliveryDays: Int @requires(fields: "price weight")
}`,
  entities: ['Book'],
  root: { shelfCount: 4 },
  find: ({ isbn, price, weight }) => ({
    __typename: 'Book',
    isbn,
    onShelf: Number(String(isbn).at(-1)) % 2 === 0,
    deliveryDays: Number(price) > 50 ? 1 : Math.ceil(Number(weight) / 200),
  }),
};

const booksSubgraph: InMemorySubgraph = {
  name: 'books',
  schema: `${federation}
type Query { popularBooks(first: Int = 5): [Book] }
type Book @key(fields: "isbn") { isbn: String! title: String price: Int weight: Int }`,
  entities: ['Book'],
  root: { popularBooks: ({ first }: { readonly first: number }) => books.slice(0, first) },
  find: ({ isbn }) =>
    typed(
      'Book',
      books.find((book) => book.isbn === isbn),
    ),
};

const notesSubgraph: InMemorySubgraph = {
  name: 'notes',
  schema: `${federation}
type Query { noteCount: Int }
type Note @key(fields: "id") { id: ID! text: String writer: Reader book: Book }
type Reader @key(fields: "id") { id: ID! notes: [Note] }
type Book @key(fields: "isbn") { isbn: String! notes: [Note] }`,
  entities: ['Note', 'Reader', 'Book'],
  root: { noteCount: notes.length },
  find: findNoted,
};

function findNoted({ __typename, id, isbn }: Readonly<Record<string, unknown>>): unknown {
  if (__typename === 'Note') return notes.filter((note) => note.id === id).map(shown)[0] ?? null;
  return __typename === 'Reader' ? readerOf(String(id)) : bookOf(String(isbn));
}

/** The library is a circle: what a note leads to is only made when it is asked for. */
function shown({ id, text, writer, book }: Note): object {
  return { __typename: 'Note', id, text, writer: () => readerOf(writer), book: () => bookOf(book) };
}

function readerOf(id: string): object {
  const theirs = (): readonly object[] => notes.filter(({ writer }) => writer === id).map(shown);
  return { __typename: 'Reader', id, notes: theirs };
}

function bookOf(isbn: string): object {
  const ofIt = (): readonly object[] => notes.filter(({ book }) => book === isbn).map(shown);
  return { __typename: 'Book', isbn, notes: ofIt };
}

function typed(typename: string, record: object | undefined): object | null {
  return record === undefined ? null : { __typename: typename, ...record };
}
