/** A name's parts as the index holds them. */
export interface NameParts {
  readonly given?: string | null;
  readonly middle?: string | null;
  readonly surname?: string | null;
  readonly suffix?: string | null;
}

/** A name as `SURNAME, Given Middle` (NHS CUI PAB-0033); null if nothing of it is known. */
export function residentName(name: NameParts | null | undefined): string | null {
  if (!name) return null;
  const surname = [name.surname?.toLocaleUpperCase(), name.suffix].filter(Boolean).join(' ');
  const given = [name.given, name.middle].filter(Boolean).join(' ');
  return [surname, given].filter((part) => part !== '').join(', ') || null;
}
