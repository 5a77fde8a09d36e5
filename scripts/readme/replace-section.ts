/**
 * Puts a text between `<!-- name:begin -->` and `<!-- name:end -->`.
 *
 * @throws Error that names the section when the document does not have it.
 */
export function replaceSection(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`There is no section ${name} in the document.`);
  return `${document.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${document.slice(to)}`;
}
