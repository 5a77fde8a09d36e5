export { boundAnswers } from './bound-answers.ts';
export { documentExcess } from './document-excess.ts';
