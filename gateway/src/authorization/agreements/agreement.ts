import { z } from 'zod';

import { isPurposeOfUse, purposesOfUse } from '../../authentication/index.ts';
import { listOfDifferent, nameSchema } from '../schema-parts.ts';

const text = z.string().trim().min(1).max(500);
const day = z.iso
  .date()
  .refine(isSensible, 'must be a day of the years 1990 to 2099')
  .meta({ format: 'date' });
const coordinate = z.string().regex(/^\w+\.\w+$/, 'must be "Type.field"');

const purpose = z
  .string()
  .refine(isPurposeOfUse, 'must be a purpose of use that requests may state')
  .meta({ enum: Object.keys(purposesOfUse) });

const conditionsSchema = z
  .strictObject({
    consent: listOfDifferent(
      z.enum(['general', 'treatment-payment-operations', 'specific', 'notes', 'victim-services']),
    ).describe('One of these kinds of consent is on file and fits.'),
    relationship: listOfDifferent(
      z.enum(['caseload', 'treating', 'placement', 'household', 'guardian', 'supervision']),
    ).describe('One of these relationships of the requester to the resident is in force.'),
    training: listOfDifferent(nameSchema).describe("Trainings that the requester's token shows."),
    assuranceLevel: z
      .int()
      .min(1)
      .max(3)
      .describe('Least level of identity assurance (NIST SP 800-63-4), 1 to 3.'),
    isOwnRecord: z.literal(true).describe('The resident is the requester.'),
  })
  .partial();

const grantSchema = z.strictObject({
  clause: text.describe('The clause of the agreement, as explanations cite it.'),
  categories: listOfDifferent(nameSchema).describe(
    'Data categories of the provider, by their names in the catalogue (categories.yaml). Each is granted by itself.',
  ),
  purposes: listOfDifferent(purpose).describe(
    "Codes of HL7's purposes of use, and of ours where HL7 has none.",
  ),
  conditions: conditionsSchema.optional().describe('All that are named must hold.'),
  breakGlass: z
    .boolean()
    .optional()
    .describe('Whether an open break-glass session stands in for consent and relationship.'),
  obligations: listOfDifferent(
    z.enum(['notice-42-cfr-2-32', 'no-redisclosure', 'verify-before-adverse-action', 'notify-provider']),
  )
    .optional()
    .describe('What the recipient has to do with what it is given.'),
  transforms: z
    .array(
      z.strictObject({
        coordinate: coordinate.describe('The field, as "Type.field".'),
        transform: z.enum(['last-four-digits', 'year-of-birth', 'county-only', 'redact']),
      }),
    )
    .min(1)
    .max(200)
    .optional()
    .describe('Values of these fields are made less before they are shown.'),
});

const recipientSchema = z.strictObject({
  agency: nameSchema,
  roles: listOfDifferent(nameSchema)
    .optional()
    .describe("Left out: the agency itself is the recipient (its fields that need the provider's)."),
  applications: listOfDifferent(text).optional().describe('Left out: any application.'),
});

const termSchema = z.strictObject({
  startsOn: day.describe('The first day on which the agreement is in force (UTC).'),
  endsOn: day.describe('The last day on which the agreement is in force (UTC).'),
  maximumMonths: z
    .int()
    .min(1)
    .max(600)
    .optional()
    .describe('The longest term that a statute permits, in months.'),
});

const signatureSchema = z.strictObject({
  officer: text,
  office: text,
  agency: nameSchema,
  signedOn: day,
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal')
    .describe(
      'SHA-256 of what was signed: everything but status, history and signatures, as canonical JSON (RFC 8785).',
    ),
});

const statusSchema = z.enum([
  'draft',
  'proposed',
  'under-review',
  'signed',
  'in-force',
  'suspended',
  'ended',
]);

/** What a file of an agreement has to look like; what goes beyond its shape is checked by the agreement's rules. */
export const agreementSchema = z.strictObject({
  id: nameSchema.describe('The name of the file without ".yaml".'),
  version: z.int().min(1).max(9999),
  title: text,
  kind: z.enum(['memorandum', 'data-sharing-agreement', 'data-use-licence', 'computer-matching-agreement']),
  status: statusSchema,
  history: z
    .array(z.strictObject({ status: statusSchema, on: day }))
    .min(1)
    .max(200)
    .optional()
    .describe('The days on which it came to each state, in order. Told to readers; decides nothing.'),
  provider: nameSchema.describe('The agency whose data it is.'),
  recipients: z.array(recipientSchema).min(1).max(200),
  legalAuthority: listOfDifferent(text).describe('The statutes and regulations that the agreement rests on.'),
  grants: z.array(grantSchema).min(1).max(200),
  fundingRestrictions: listOfDifferent(text)
    .optional()
    .describe('Funding that forbids or narrows a use, told to readers.'),
  redisclosure: z.enum(['forbidden', 'with-consent', 'same-purpose']),
  term: termSchema,
  signatures: z
    .array(signatureSchema)
    .max(200)
    .describe(
      'Needed of the provider and of every recipient agency once it is signed, in force or suspended.',
    ),
});

/** A machine-readable data-sharing agreement, as its file says it. */
export type AgreementDocument = Readonly<z.infer<typeof agreementSchema>>;

/** An agreement with what was worked out of its file. */
export interface Agreement extends AgreementDocument {
  /** SHA-256 of the content without status, history and signatures, in hexadecimal: what officers sign. */
  readonly contentHash: string;
  /** The file that it was read from. */
  readonly file: string;
}

/** One grant of an agreement: categories, purposes, conditions. */
export type Grant = AgreementDocument['grants'][number];

function isSensible(date: string): boolean {
  return date >= '1990-01-01' && date <= '2099-12-31';
}
