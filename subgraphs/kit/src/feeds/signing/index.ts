export { isFeedAnswerOf, signFeedAnswer } from './feed-answer.ts';
export { audienceHeader, feedLabel, feedTag } from './feed-signature.ts';
export { createFeedVerifier } from './verify-feed-request.ts';
