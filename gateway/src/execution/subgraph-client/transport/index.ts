export { AnswerTooLarge } from './answer-too-large.ts';
export { BoundedBody } from './bounded-body.ts';
export { requestHeaders } from './request-headers.ts';
export type {
  AnswerListener,
  Exchange,
  Posting,
  Received,
  Transport,
  TransportOptions,
} from './transport.ts';
