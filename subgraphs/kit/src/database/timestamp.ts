const written = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d+)?(?:Z|[+-]00(?::?00)?)?$/;

/** A timestamp in UTC as databases write it, in the form of RFC 3339; any other text as it is. */
export function isoTimestamp(text: string): string {
  const parts = written.exec(text);
  if (parts === null) return text;
  const fraction = (parts[3] ?? '').replace(/\.?0+$/, '');
  return `${parts[1]}T${parts[2]}${fraction}Z`;
}

/** Whether a text has a timestamp's form with a blank between date and time; cheap, as it is asked of every text. */
export function looksLikeTimestamp(text: string): boolean {
  return text.length >= 19 && text.length <= 35 && text[4] === '-' && text[10] === ' ' && text[13] === ':';
}

/** An instant of RFC 3339 in UTC in the form that MariaDB and MySQL take; anything else as it is. */
export function blankSeparated(value: unknown): unknown {
  if (value instanceof Date) return blankSeparated(value.toISOString());
  if (typeof value !== 'string' || value.length < 20 || value[10] !== 'T' || !value.endsWith('Z'))
    return value;
  return written.test(value) ? `${value.slice(0, 10)} ${value.slice(11, -1)}` : value;
}
