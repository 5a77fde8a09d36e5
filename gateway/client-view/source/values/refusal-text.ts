import type { Speech } from '../language/index.ts';

/** Why a change was refused: what its code means, and in English what the gateway says of it. */
export function refusalText(
  { code, language }: Speech,
  refused: string | undefined,
  message: string | undefined,
): string {
  const meaning = code('refused', refused ?? 'MALFORMED') ?? '';
  const isTold = language === 'en' && message && ['FORBIDDEN', 'BAD_USER_INPUT'].includes(refused ?? '');
  return isTold ? `${meaning} ${message}` : meaning;
}
