import { IndexRefusal, type RefusalReason } from '../master-index/index.ts';

/** What a command gives, or why it was refused; a client learns of an error from an agency only that there was one. */
export async function refusedOr<Given>(
  command: () => Promise<Given>,
): Promise<Given | { readonly refusal: RefusalReason | 'NO_REQUESTER' }> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof IndexRefusal) return { refusal: error.reason };
    throw error;
  }
}
