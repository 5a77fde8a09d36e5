import { statusOf, toFailure } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Answer } from './answer.ts';
import { startDeadline } from './deadline.ts';
import type { Generations } from './generations.ts';
import type { IncomingRequest } from './incoming-request.ts';
import { respondWithFailures, respondWithResult } from './respond.ts';
import type { Tools } from './stage.ts';
import { stages } from './stages.ts';

/** Answers requests. */
export interface Pipeline {
  /** Never rejects: whatever goes wrong is in the answer. */
  readonly answer: (request: IncomingRequest) => Promise<Answer>;
}

/** What the pipeline is made from. */
export interface PipelineOptions extends Tools {
  readonly generations: Generations;
  readonly deadlineMilliseconds: number;
  readonly log: Logger;
}

/** The pipeline: passes each request through the table of stages, within its time, on one generation. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const answer = async (incoming: IncomingRequest): Promise<Answer> => {
    const generation = options.generations.current();
    const deadline = startDeadline(options.deadlineMilliseconds, incoming.signal);
    try {
      const { signal, fetchSignal } = deadline;
      const begun = { ...incoming, signal, fetchSignal, generation };
      return await generation.hold(async () => respond(await stages.pass(begun, options), incoming));
    } catch (thrown) {
      return respondToThrown(thrown, incoming, options.log);
    } finally {
      deadline.clear();
    }
  };
  return { answer };
}

function respond(passage: Awaited<ReturnType<typeof stages.pass>>, { mediaType }: IncomingRequest): Answer {
  const operation = passage.request.parsed?.id.slice(0, 16);
  const known = operation === undefined ? {} : { operation };
  if (passage.kind === 'through')
    return { ...respondWithResult(passage.request.result, mediaType), ...known };
  const { failures, headers } = passage.refusal;
  const answer = respondWithFailures(failures, mediaType);
  return { ...answer, headers: { ...answer.headers, ...headers }, ...known };
}

function respondToThrown(thrown: unknown, { mediaType, requestId }: IncomingRequest, log: Logger): Answer {
  const inner = toFailure(thrown);
  if (statusOf(inner) === 500) log.error('a request failed', { requestId, error: thrown });
  return respondWithFailures([inner], mediaType);
}
