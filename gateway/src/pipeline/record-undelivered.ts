import type { DisclosedResident, Disclosure } from '../authorization/index.ts';
import type { RequestToRecord } from './operation-to-record.ts';
import { operationToRecord } from './operation-to-record.ts';
import type { Tools } from './stage.ts';

/**
 * Records a request whose agencies were asked and of which no answer leaves. Never rejects: there is nothing left to
 * withhold.
 *
 * @param residents - null if it can't be told whom the answer would have disclosed; then those who were sent to agencies
 */
export async function recordUndelivered(
  request: RequestToRecord,
  { context: { asked, epoch } }: Disclosure,
  residents: readonly DisclosedResident[] | null,
  { recorder }: Tools,
): Promise<void> {
  if (recorder === null || asked === null) return;
  const sent = asked.residentIds.map((residentId) => ({
    residentId,
    terms: [],
    consents: [],
    breakGlass: null,
    declarations: [],
    agencies: asked.agenciesFor(residentId),
  }));
  const { agencies } = asked;
  await recorder
    .disclosed({
      ...operationToRecord(request),
      outcome: 'undelivered',
      epoch,
      agencies,
      residents: residents ?? sent,
      answer: null,
    })
    .catch(() => undefined);
}
