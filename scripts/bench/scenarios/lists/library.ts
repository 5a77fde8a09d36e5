/** The library's records; which reader noted what of which book follows from their numbers. */
export interface Reader {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

export interface Book {
  readonly isbn: string;
  readonly title: string;
  readonly price: number;
  readonly weight: number;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly writer: string;
  readonly book: string;
}

const names = [
  'Ines Halloran',
  'Tobias Venn',
  'Marit Osei',
  'Dara Whitlock',
  'Yusuf Penhallow',
  'Lena Castellan',
];

const titles = [
  'The Harbour Ledger',
  'Salt and Slate',
  'A Winter of Small Repairs',
  'Notes from the Weir',
  'The Cartographer’s Aunt',
  'Eleven Bridges',
  'What the Orchard Kept',
  'Lanterns for the Night Train',
  'The Quiet Surveyor',
];

const opinions = [
  'Read it in one sitting, and then again.',
  'The middle drags; the end does not.',
  'Lent it twice, got it back once.',
  'Better than its cover.',
  'I would have liked a map.',
];

export const readers: readonly Reader[] = names.map((name, index) => ({
  id: `reader-${index + 1}`,
  handle: name.toLowerCase().replace(' ', '.'),
  name,
}));

export const books: readonly Book[] = titles.map((title, index) => ({
  isbn: `978-0-00-0000${index}0-${index}`,
  title,
  price: 9 + index * 7,
  weight: 180 + index * 95,
}));

/** Three to four notes for each reader, and the more of them on a book, the earlier it stands. */
export const notes: readonly Note[] = Array.from({ length: 21 }, (_, index) => ({
  id: `note-${index + 1}`,
  text: opinions[index % opinions.length] ?? '',
  writer: `reader-${(index % readers.length) + 1}`,
  book: books[(index * 5) % (index % 2 === 0 ? 4 : books.length)]?.isbn ?? '',
}));
