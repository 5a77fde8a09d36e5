import { useEffect, useState } from 'preact/hooks';
import type { TypedDocument } from '../../documents/typed-document.ts';
import { useAnswer, type Asked } from './use-answer.ts';

/** A page of a connection, as documents ask for it. */
interface Page<Node> {
  readonly edges: readonly { readonly node: Node | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list of which pages are asked for one after the other. */
interface List<Data, Node> {
  readonly asked: Asked<Data>;
  /** Asks for the last page anew. */
  readonly again: () => void;
  /** Everything that has come so far. */
  readonly nodes: readonly Node[];
  /** Asks for the next page; null if there is none. */
  readonly more: (() => void) | null;
}

/** What is read in a gateway at a time is bounded, so that pages may be empty though there is more to find. */
const mostEmptyPages = 3;

/**
 * Asks for a connection page by page, and goes on by itself over a few pages that are empty.
 *
 * @param variables - the same for as long as the component lives
 * @param pageIn - finds the page in an answer
 * @param placeOf - tells nodes apart: an answer that comes twice is listed once
 */
export function usePages<Data, Variables extends { readonly after?: string | null | undefined }, Node>(
  document: TypedDocument<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pageIn: (data: Data) => Page<Node> | null | undefined,
  placeOf: (node: NoInfer<Node>) => string,
): List<Data, Node> {
  const [place, setPlace] = useState<Place<Node>>({ earlier: [], after: null, emptyPages: 0 });
  const { asked, again } = useAnswer(document, { ...variables, after: place.after } as Variables);
  const page = asked.kind === 'answered' && asked.answer.data ? pageIn(asked.answer.data) : null;
  const found = [...place.earlier, ...(page?.edges ?? []).flatMap(({ node }) => node ?? [])];
  const nodes = [...new Map(found.map((node) => [placeOf(node), node])).values()];
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const goOn = (emptyPages: number): void => setPlace({ earlier: nodes, after: next, emptyPages });
  const isAsking = next === place.after;
  const isGoingOn = nodes.length === 0 && next !== null && (isAsking || place.emptyPages < mostEmptyPages);
  useEffect(() => {
    if (isGoingOn && !isAsking) goOn(place.emptyPages + 1);
  }, [isGoingOn, isAsking]);
  return {
    asked: isGoingOn ? { kind: 'loading' } : asked,
    again,
    nodes,
    more: next === null ? null : () => goOn(0),
  };
}

interface Place<Node> {
  readonly earlier: readonly Node[];
  readonly after: string | null;
  /** How many pages without anything there were one after the other. */
  readonly emptyPages: number;
}
