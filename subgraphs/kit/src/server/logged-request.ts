/** One request as an agency's own log keeps it. No data, and nothing of a resident. */
export interface LoggedRequest {
  /** RFC 3339, by the agency's clock. */
  readonly at: string;
  /** The gateway's id of the client's request; what a caller sent that isn't the gateway may be anything. */
  readonly request: string;
  /** Whether it was the gateway's. */
  readonly verdict: 'trusted' | 'refused';
  /** Why it was refused; null if it wasn't. */
  readonly problem: string | null;
  /** SHA-256 of the body as its Content-Digest says (RFC 9530); null without one. */
  readonly digest: string | null;
  /** How many requests the line stands for; left out for one. */
  readonly count?: number;
}

/** An agency's own log of what it was asked, to be compared with the gateway's ledger by whoever doubts it. */
export interface RequestLog {
  /** Resolves when the line is written. @throws if it can't be: then the request must not be answered */
  readonly append: (request: LoggedRequest) => Promise<void>;
  /** Writes what was only counted. */
  readonly close: () => Promise<void>;
}
