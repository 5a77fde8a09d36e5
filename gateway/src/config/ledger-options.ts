import { z } from 'zod';

import { option } from './option.ts';

/** Where it is recorded who was shown what about whom. */
export const ledgerOptions = z.object({
  directory: option(z.string().min(1).optional(), {
    description:
      'Folder of the ledger, one for each process below it. Without it nothing is recorded; where authorization is enforced every answer waits for its record.',
    flag: '--ledger',
    environment: 'RESIDENT_GRAPH_LEDGER',
    placeholder: 'folder',
    isPath: true,
  }),
  origin: option(
    z
      .string()
      .regex(/^[^\s+]+$/)
      .max(60)
      .default('resident-graph/ledger'),
    {
      description:
        'Name of the ledger in its checkpoints (C2SP tlog-checkpoint), as its witnesses know it; each process adds its number.',
      flag: '--ledger-origin',
      environment: 'RESIDENT_GRAPH_LEDGER_ORIGIN',
      placeholder: 'name',
    },
  ),
  keyFile: option(z.string().min(1).optional(), {
    description:
      "Ed25519 private key in PEM that signs checkpoints; made where it doesn't exist. Without it, signing-key.pem in the folder.",
    flag: '--ledger-key-file',
    environment: 'RESIDENT_GRAPH_LEDGER_KEY_FILE',
    placeholder: 'file',
    isPath: true,
  }),
  witnesses: option(z.array(z.string().regex(/^https?:\/\/[^=]+=.+$/)).default([]), {
    description: 'Witnesses that cosign checkpoints: address=verifier key (C2SP signed-note).',
    flag: '--ledger-witnesses',
    environment: 'RESIDENT_GRAPH_LEDGER_WITNESSES',
    placeholder: 'list',
  }),
  retentionYears: option(z.int().min(6).max(100).default(6), {
    description:
      'Calendar years for which it is kept whom a record is about, at least the six of 45 CFR 164.528(a)(1).',
    flag: '--ledger-retention-years',
    environment: 'RESIDENT_GRAPH_LEDGER_RETENTION_YEARS',
    placeholder: 'years',
  }),
});
