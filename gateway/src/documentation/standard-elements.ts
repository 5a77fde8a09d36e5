const named =
  /\b(?:HMIS (?:[CRPVW]?\d+(?:\.\d+)*)|NIEM \w+:\w+|(?:MH-)?TEDS(?: (?:MDS|SuDS|DIS)(?: \d+)?)?|FHIR [\w.]+)/g;

/** The elements of published standards that a description names, such as `HMIS 3.02` or `NIEM nc:PersonGivenName`. */
export function standardElements(description: string): readonly string[] {
  return [...new Set(description.match(named) ?? [])];
}
