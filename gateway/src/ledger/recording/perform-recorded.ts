import { toFailure } from '../../errors/index.ts';
import type { RecordedAct, Recorder } from './create-recorder.ts';

/** What an act is about. */
type Subject = Pick<RecordedAct, 'subjectId' | 'residentId'>;

/** Codes of what was decided against; every other tells of something that broke. */
const refusals: ReadonlySet<string> = new Set(['FORBIDDEN', 'BAD_USER_INPUT', 'STEP_UP_REQUIRED']);

/**
 * Performs an act that is recorded before it is done, and what became of it before it is answered: that it was done, was
 * refused, or failed for another cause.
 *
 * @param subjectOf - what it was about, as is known once it is done
 * @throws what the act throws; Failure LEDGER_UNAVAILABLE, and where it was not yet performed it never is
 */
export async function performRecorded<Done>(
  { acted }: Pick<Recorder, 'acted'>,
  act: Omit<RecordedAct, 'outcome' | 'code'>,
  perform: () => Promise<Done>,
  subjectOf: (done: Done) => Subject = () => act,
): Promise<Done> {
  // Whatever becomes of the disk meanwhile, nothing is done of which there is no record.
  await acted({ ...act, outcome: 'asked', code: null });
  const done = await perform().catch(async (thrown: unknown) => {
    const { code } = toFailure(thrown);
    await acted({ ...act, outcome: refusals.has(code) ? 'refused' : 'failed', code });
    throw thrown;
  });
  const { subjectId, residentId } = subjectOf(done);
  await acted({ ...act, outcome: 'done', code: null, subjectId, residentId });
  return done;
}
