import { codes } from '../codes.ts';
import { childCare } from './child-care.ts';
import { medicaid } from './medicaid.ts';
import { resident } from './resident.ts';
import { snap } from './snap.ts';
import { tanf } from './tanf.ts';

/** The subgraph's resolver map. */
export const resolvers = { ...codes, ...resident, ...snap, ...tanf, ...medicaid, ...childCare };
