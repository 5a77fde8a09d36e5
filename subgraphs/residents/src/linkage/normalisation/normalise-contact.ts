import { fold } from './fold.ts';

/** Ten digits of a phone of the North American plan, without its country code; null for less and for one digit repeated. */
export function normalisePhone(text: string | null): string | null {
  if (text === null) return null;
  const digits = text.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length < 7 || /^(\d)\1+$/.test(digits) ? null : digits;
}

/** An e-mail address in lower case; null without a local part and a domain. */
export function normaliseEmail(text: string | null): string | null {
  if (text === null) return null;
  const address = text.trim().toLowerCase();
  return /^[^@\s]+@[^@\s]+$/.test(address) ? address : null;
}

/** `f`, `m` or null. */
export function normaliseSex(text: string | null): string | null {
  const letter = text === null ? '' : fold(text.trim()).charAt(0);
  return letter === 'f' || letter === 'm' ? letter : null;
}
