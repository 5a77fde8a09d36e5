export { createDecisionClient } from './decision-client.ts';
export type { AskGateway } from './decision-client.ts';
export { Disclosure } from './disclosure.ts';
