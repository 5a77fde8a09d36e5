export type { Agreement, AgreementDocument, Grant } from './agreement.ts';
export { contentHash } from './content-hash.ts';
export type { AgreementsRead } from './read-agreements.ts';
export { readAgreements } from './read-agreements.ts';
export type { TermInstants } from './term.ts';
export { isInForce, termInstants } from './term.ts';
