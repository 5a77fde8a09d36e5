export { firstQuestionDocument, type FirstQuestionQuery } from './operations.ts';
export { ask, type Answered, type Connection, type Withheld } from './resident-graph-client.ts';
