/** What goes back to the client, and what the log may know of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, as text or in UTF-8. */
  readonly body: string | Buffer;
  /** Codes of the errors in the body, each once. */
  readonly codes: readonly string[];
  /** Shortened hash of the document; missing or null where the request didn't come as far as having one. */
  readonly operation?: string | null;
}
