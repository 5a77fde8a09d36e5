/** What of a disclosure identifies its resident; in the log only under the resident's key. */
export interface SealedPart {
  readonly resident: string;
  /** Who asked, where that is a resident. */
  readonly subject?: string;
  /** Whether they asked about themself. */
  readonly isOwn?: true;
  readonly consents?: readonly string[];
  readonly breakGlass?: string;
  /** SHA-256 of the answer in base64url: of little text that can be guessed it would say what the text is. */
  readonly answer?: string;
}

/**
 * Reads what was sealed.
 *
 * @throws SyntaxError
 */
export function readSealedPart(text: string): SealedPart {
  const part = JSON.parse(text) as SealedPart;
  if (typeof part.resident === 'string') return part;
  throw new SyntaxError('What was sealed names no resident.');
}
