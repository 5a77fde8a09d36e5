/** So many pieces of a document, each made from its number, a space between them. */
export function repeated(times: number, piece: (index: number) => string): string {
  return Array.from({ length: times }, (_, index) => piece(index)).join(' ');
}

/** A piece around itself, so many times. */
export function nested(times: number, open: string, inner: string, close: string): string {
  return open.repeat(times) + inner + close.repeat(times);
}
