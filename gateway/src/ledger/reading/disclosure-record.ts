/** One decision about fields, as the terms of a disclosure have it. */
export interface DecisionRecord {
  readonly outcome: 'permit' | 'deny';
  readonly categories: readonly string[];
  readonly providers: readonly string[];
  readonly coordinates: readonly string[];
  readonly agreements?: readonly { readonly id: string; readonly version: number; readonly clause: string }[];
  readonly citations?: readonly string[];
  readonly obligations?: readonly string[];
  readonly transforms?: readonly { readonly coordinate: string; readonly transform: string }[];
  readonly reason?: string;
  readonly authority?: string;
  readonly remedy?: string;
  readonly agreement?: string | null;
  readonly isConcealed?: boolean;
}

/** What the ledger says of one operation and one resident. */
export interface DisclosureRecord {
  /** Name of the log, and the place in it. */
  readonly log: string;
  readonly sequence: number;
  readonly at: Date;
  readonly residentId: string;
  readonly outcome: 'answered' | 'refused' | 'undelivered';
  readonly recipient: {
    readonly subject: string | null;
    readonly agency: string;
    readonly application: string;
    readonly roles: readonly string[];
  };
  /** Whether the resident asked for themself. */
  readonly isOwn: boolean;
  /** Whether a resident asked, for themself or as somebody else's relative. */
  readonly isByResident: boolean;
  readonly purpose: string | null;
  readonly operation: { readonly hash: string; readonly name: string | null };
  readonly request: string;
  readonly epoch: number;
  readonly decisions: readonly DecisionRecord[];
  readonly agencies: readonly string[];
  readonly consents: readonly string[];
  readonly declarations: readonly string[];
  readonly breakGlass: string | null;
  /** SHA-256 of the answer in base64url. */
  readonly answer: string | null;
}

/** Keys of the order: newest first. */
export type DisclosurePosition = readonly [at: string, log: string, sequence: string];

export function positionOf({ at, log, sequence }: DisclosureRecord): DisclosurePosition {
  return [at.toISOString(), log, String(sequence)];
}
