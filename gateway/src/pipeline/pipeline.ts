import { statusOf, toFailure } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Answer } from './answer.ts';
import type { Deadline } from './deadline.ts';
import { Deadlines } from './deadline.ts';
import type { Generation, Generations } from './generations.ts';
import type { IncomingRequest } from './incoming-request.ts';
import { respondWithFailures, respondWithResult } from './respond.ts';
import type { BegunRequest, Tools } from './stage.ts';
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

/**
 * The pipeline: passes each request through the table of stages, within its time, on one generation. When the
 * time is over or the client has gone, the answer says so at once; no further stage begins.
 */
export function createPipeline(options: PipelineOptions): Pipeline {
  const deadlines = new Deadlines(options.deadlineMilliseconds);
  const answer = async (incoming: IncomingRequest): Promise<Answer> =>
    new Promise((resolve) => {
      const deadline = deadlines.start(incoming.client, (reason) =>
        resolve(respondToThrown(reason, incoming, options.log)),
      );
      void pass(incoming, deadline, options).then((passed) => {
        deadline.clear();
        resolve(passed);
      });
    });
  return { answer };
}

/** Never rejects. */
async function pass(
  incoming: IncomingRequest,
  deadline: Deadline,
  options: PipelineOptions,
): Promise<Answer> {
  const generation = options.generations.current();
  try {
    const begun = begunRequest(incoming, deadline, generation);
    return await generation.hold(async () => respond(await stages.pass(begun, options)));
  } catch (thrown) {
    return respondToThrown(thrown, incoming, options.log);
  }
}

function begunRequest(incoming: IncomingRequest, deadline: Deadline, generation: Generation): BegunRequest {
  const { requestId, headers, parameters, method, mediaType, client } = incoming;
  return { requestId, headers, parameters, method, mediaType, client, deadline, generation };
}

function respond(passage: Awaited<ReturnType<typeof stages.pass>>): Answer {
  const { mediaType, parsed } = passage.request;
  const asked = { mediaType, operation: parsed === undefined ? null : parsed.id.slice(0, 16) };
  if (passage.kind === 'through') return respondWithResult(passage.request.result, asked);
  const { failures, headers } = passage.refusal;
  const answer = respondWithFailures(failures, asked);
  return headers === undefined ? answer : { ...answer, headers: { ...answer.headers, ...headers } };
}

function respondToThrown(thrown: unknown, { mediaType, requestId }: IncomingRequest, log: Logger): Answer {
  const inner = toFailure(thrown);
  if (statusOf(inner) === 500) log.error('a request failed', { requestId, error: thrown });
  return respondWithFailures([inner], { mediaType });
}
