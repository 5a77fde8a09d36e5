export type { Agreement, AgreementDocument, Grant } from './agreement.ts';
