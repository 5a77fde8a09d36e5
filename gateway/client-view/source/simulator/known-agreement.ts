import type { AgreementsQuery } from '../../documents/operations.ts';

/** An agreement of which choices are made. */
export type KnownAgreement = NonNullable<AgreementsQuery['agreements']>[number];
