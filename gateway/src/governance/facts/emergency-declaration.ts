/** A declared emergency: opened by one officer, confirmed by another, ended by the clock. */
export interface EmergencyDeclaration {
  readonly id: string;
  /** The legal authority, as cited in it. */
  readonly authority: string;
  /** County or "statewide". */
  readonly area: string;
  readonly categories: readonly string[];
  readonly roles: readonly string[];
  readonly purposesOfUse: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
}
