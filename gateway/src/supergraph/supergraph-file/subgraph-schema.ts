/** One agency's schema as the supergraph's file names it. */
export interface SubgraphSchema {
  readonly name: string;
  readonly url: string;
  /** The schema file, absolute. */
  readonly file: string;
  readonly sdl: string;
}
