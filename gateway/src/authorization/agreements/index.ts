export type { Agreement, AgreementDocument, Grant } from './agreement.ts';
export { agreementSchema } from './agreement.ts';
export { AgreementsRefused } from './agreements-refused.ts';
export { canonicalJson } from './canonical-json.ts';
export { contentHash } from './content-hash.ts';
export type { AgreementSet, AgreementSource } from './open-agreements.ts';
export { openAgreements } from './open-agreements.ts';
export { readAgreements } from './read-agreements.ts';
export { isInForce, termInstants } from './term.ts';
