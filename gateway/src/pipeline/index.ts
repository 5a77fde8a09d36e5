export type { Answer } from './answer.ts';
export type { Client } from './deadline.ts';
export { openGenerations } from './generations.ts';
export type { AnswerMediaType, RequestParameters } from './incoming-request.ts';
export type { Pipeline } from './pipeline.ts';
export { createPipeline } from './pipeline.ts';
export { respondWithFailures } from './respond.ts';
export { stages } from './stages.ts';
export { warmUp } from './warm-up.ts';
