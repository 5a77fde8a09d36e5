import { z } from 'zod';

const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"');
const day = z.iso.date();

const grantSchema = z.strictObject({
  categories: z.array(name).min(1),
  /** Codes of HL7's and our purposes of use. */
  purposes: z.array(z.string().min(1)).min(1),
  /** All that are named must hold. */
  conditions: z
    .strictObject({
      /** One of these kinds of consent is on file and fits. */
      consent: z.array(
        z.enum(['general', 'treatment-payment-operations', 'specific', 'notes', 'victim-services']),
      ),
      /** One of these relationships of the requester to the resident is in force. */
      relationship: z.array(
        z.enum(['caseload', 'treating', 'placement', 'household', 'guardian', 'supervision']),
      ),
      /** Trainings that the requester's token shows. */
      training: z.array(name),
      /** Least level of identity assurance (NIST SP 800-63-4), 1 to 3. */
      assuranceLevel: z.int().min(1).max(3),
      /** The resident is the requester. */
      isOwnRecord: z.literal(true),
    })
    .partial()
    .optional(),
  /** Whether an open break-glass session stands in for consent and relationship. */
  breakGlass: z.boolean().optional(),
  obligations: z
    .array(
      z.enum(['notice-42-cfr-2-32', 'no-redisclosure', 'verify-before-adverse-action', 'notify-provider']),
    )
    .optional(),
  /** Values of these fields are made less before they are shown. */
  transforms: z
    .array(
      z.strictObject({
        /** `Type.field`. */
        coordinate: z.string().regex(/^\w+\.\w+$/),
        transform: z.enum(['last-four-digits', 'year-of-birth', 'county-only', 'redact']),
      }),
    )
    .optional(),
  /** The clause of the agreement, as explanations cite it. */
  clause: z.string().min(1),
});

const signatureSchema = z.strictObject({
  officer: z.string().min(1),
  office: z.string().min(1),
  agency: name,
  signedOn: day,
  /** SHA-256 of the content that was signed, in hexadecimal. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const agreementSchema = z.strictObject({
  id: name,
  version: z.int().min(1),
  title: z.string().min(1),
  kind: z.enum(['memorandum', 'data-sharing-agreement', 'data-use-licence', 'computer-matching-agreement']),
  status: z.enum(['draft', 'proposed', 'under-review', 'signed', 'in-force', 'suspended', 'ended']),
  /** The agency whose data it is. */
  provider: name,
  recipients: z
    .array(
      z.strictObject({
        agency: name,
        /** Left out: the agency itself as a recipient (its fields that need the provider's). */
        roles: z.array(name).min(1).optional(),
        /** Left out: any application. */
        applications: z.array(z.string().min(1)).min(1).optional(),
      }),
    )
    .min(1),
  legalAuthority: z.array(z.string().min(1)).min(1),
  grants: z.array(grantSchema).min(1),
  /** Funding that forbids or narrows a use, told to readers. */
  fundingRestrictions: z.array(z.string().min(1)).optional(),
  redisclosure: z.enum(['forbidden', 'with-consent', 'same-purpose']),
  term: z.strictObject({
    startsOn: day,
    endsOn: day,
    /** The longest term that a statute permits, in months. */
    maximumMonths: z.int().min(1).optional(),
  }),
  signatures: z.array(signatureSchema),
});

/** A machine-readable data-sharing agreement, as its file says it. */
export type AgreementDocument = Readonly<z.infer<typeof agreementSchema>>;

/** An agreement with what was worked out of its file. */
export interface Agreement extends AgreementDocument {
  /** SHA-256 of the content without status and signatures, in hexadecimal: what officers sign. */
  readonly contentHash: string;
  /** The file that it was read from. */
  readonly file: string;
}

/** One grant of an agreement: categories, purposes, conditions. */
export type Grant = AgreementDocument['grants'][number];
