import type { Obligation } from '../access/index.ts';

/** What a recipient is told of an obligation. */
export interface ObligationNotice {
  readonly id: Obligation;
  readonly authority: string;
  readonly text: string;
}

/**
 * The obligations that this gateway can fulfil, by telling the recipient or, for a notice to the provider, by the
 * record that the provider is shown. The first text is the law's own: 42 CFR 2.32(a)(2).
 */
const notices: ReadonlyMap<string, ObligationNotice> = new Map(
  (
    [
      {
        id: 'notice-42-cfr-2-32',
        authority: '42 CFR 2.32',
        text: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
      },
      {
        id: 'no-redisclosure',
        authority: 'the agreement',
        text: 'What is disclosed here may not be disclosed further without the consent or the law that permits it.',
      },
      {
        id: 'verify-before-adverse-action',
        authority: '5 USC 552a(p)',
        text: 'No adverse action may be taken on this until it is independently verified and the resident has had notice and time to contest it.',
      },
      {
        id: 'notify-provider',
        authority: '42 CFR 2.51(c)',
        text: 'The agency that holds the record is told who was given it, when, and why.',
      },
    ] satisfies readonly ObligationNotice[]
  ).map((notice): [string, ObligationNotice] => [notice.id, notice]),
);

/** The notice of an obligation; nothing for one that this gateway doesn't know and so can't fulfil. */
export function obligationNotice(id: string): ObligationNotice | undefined {
  return notices.get(id);
}
