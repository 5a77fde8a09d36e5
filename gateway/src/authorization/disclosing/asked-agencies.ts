/** Which agencies a request has asked, and for which residents: what left this process, whatever came back. */
export class AskedAgencies {
  readonly #agencies = new Set<string>();
  /** Asked without naming residents: whomever they told of, they told of to this request. */
  readonly #unnamed = new Set<string>();
  readonly #residents = new Map<string, Set<string>>();

  /** Takes note of a fetch before it leaves. */
  note(agency: string, residentIds: readonly string[]): void {
    this.#agencies.add(agency);
    if (residentIds.length === 0) this.#unnamed.add(agency);
    for (const id of residentIds) {
      const agencies = this.#residents.get(id);
      if (agencies) agencies.add(agency);
      else this.#residents.set(id, new Set([agency]));
    }
  }

  /** All that were asked for anything. */
  get agencies(): readonly string[] {
    return [...this.#agencies];
  }

  /** Residents who were sent to agencies as entities. */
  get residentIds(): readonly string[] {
    return [...this.#residents.keys()];
  }

  /** Those that were sent a resident. */
  agenciesFor(residentId: string): readonly string[] {
    return [...(this.#residents.get(residentId) ?? [])];
  }

  /** Those that may have told of a resident who is in the answer. */
  agenciesThatToldOf(residentId: string): readonly string[] {
    return [...new Set([...this.#unnamed, ...this.agenciesFor(residentId)])].toSorted();
  }
}
