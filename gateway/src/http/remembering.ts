const most = 100;

/**
 * A pure function of a header that remembers what it said of the last few values: a client sends the same
 * ones with every request. When too many differ, it forgets them all.
 */
export function remembering<Result>(decide: (header: string) => Result): (header: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (header) => {
    const remembered = known.get(header);
    if (remembered !== undefined) return remembered.result;
    const result = decide(header);
    if (known.size >= most) known.clear();
    known.set(header, { result });
    return result;
  };
}
