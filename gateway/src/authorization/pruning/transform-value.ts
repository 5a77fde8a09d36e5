import type { Transform } from '../access/index.ts';
import type { Permit } from '../policy/index.ts';

/** How a permit makes a field's value less; null if it shows it as it is. */
export function transformOf({ transforms }: Permit, coordinate: string): Transform | null {
  return transforms.find((transform) => transform.coordinate === coordinate)?.transform ?? null;
}

/**
 * Makes a value less. What the transform doesn't fit is taken away: null shows less than anything.
 *
 * @example transformValue('1984-07-22', 'year-of-birth') is '1984-01-01'
 */
export function transformValue(value: unknown, transform: Transform): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => transformValue(item, transform));
  if (typeof value !== 'string') return null;
  if (transform === 'last-four-digits') return lastFourDigits(value);
  return transform === 'year-of-birth' ? firstOfYear(value) : null;
}

function lastFourDigits(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length >= 4 ? digits.slice(-4) : null;
}

function firstOfYear(text: string): string | null {
  const year = /^(\d{4})-\d{2}-\d{2}$/.exec(text)?.[1];
  return year === undefined ? null : `${year}-01-01`;
}
