/** Who calls, as the identity provider vouches for it. */
export interface Caller {
  /** The person or service: the token's `sub`. */
  readonly subject: string;
  /** The agency for which the caller works. */
  readonly agency: string;
  readonly roles: readonly string[];
  /** The application that calls on the person's behalf: the token's `client_id` (RFC 8693, section 4.3). */
  readonly application: string;
  /** The purposes of use that the token permits; null if it doesn't restrict them. */
  readonly purposesOfUse: readonly string[] | null;
  /** The resident who the subject is, if the identity provider vouches for it. */
  readonly residentId: string | null;
  /** Trainings that the subject completed and that are still valid. */
  readonly trainings: readonly string[];
  /** How sure it is who the subject is: 1 to 3 (NIST SP 800-63-4). */
  readonly assuranceLevel: number;
  /** Set for whoever sent no token where that is allowed. */
  readonly isAnonymous?: true;
  /** Set for whoever signed in by a browser and hasn't proved again lately who they are. */
  readonly needsStepUp?: true;
}
