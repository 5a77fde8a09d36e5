import { z } from 'zod';

/** An instant in UTC with milliseconds (RFC 3339). */
const instant = z.iso
  .datetime({ precision: 3 })
  .describe('When it happened, by the clock of the process that recorded it.');

const request = z
  .string()
  .min(1)
  .describe('Id of the request, the same in the logs of the gateway and of the agencies.');

const caller = z
  .strictObject({
    subject: z
      .string()
      .nullable()
      .describe('The person or service; null for a resident, who stands in what is sealed.'),
    agency: z.string(),
    application: z.string(),
    roles: z.array(z.string()),
  })
  .describe('Who asked, as the identity provider vouches for it.');

const purpose = z.string().nullable().describe('Purpose of use that was stated; null if none was.');

const operation = z
  .strictObject({ hash: z.string(), name: z.string().nullable() })
  .describe('SHA-256 of the document in hexadecimal, and the name of the operation in it.');

const outcome = z
  .enum(['answered', 'refused', 'undelivered'])
  .describe(
    'Whether an answer left with it, the request was refused before any agency was asked, or agencies were asked and no answer left.',
  );

const epoch = z.int().describe('Number of the policy that decided.');

const agencies = z.array(z.string()).describe('Agencies that were asked: for the resident, or for anything.');

const key = z.string().describe("Id of the resident's key; nothing else in the ledger names the resident.");

const sealed = z
  .string()
  .describe('What identifies the resident, under their key: AES-256-GCM, nonce, text and tag, in base64url.');

const common = {
  at: instant,
  part: z
    .int()
    .optional()
    .describe('Which part of the record this is, from 1, where it is too long for one entry; else left out.'),
  parts: z
    .int()
    .optional()
    .describe(
      'How many parts the record has: each has a part of each list, and they stand one after the other.',
    ),
};

const act = {
  ...common,
  outcome: z
    .enum(['asked', 'done', 'refused', 'failed'])
    .describe(
      'That it was asked for, before anything is done; then whether it was done, refused, or could not be done.',
    ),
  code: z.string().nullable().describe('Code of the error if it was not done; null if it was.'),
  caller,
  subjectId: z
    .string()
    .nullable()
    .describe('Id of what it was about: the consent, the session, the restriction.'),
  key: key.nullable(),
  sealed: sealed.nullable(),
};

function actOf(description: string) {
  return z.strictObject(act).describe(description);
}

/**
 * Every event of the ledger by its name: its fields, and what it means. The table in README.md beside this is made of
 * it.
 */
export const eventSchemas = {
  terms: z
    .strictObject({
      hash: z.string().describe('SHA-256 of the whole text in base64url, by which disclosures name it.'),
      part: z.int().describe('Which part of the text this is, from 1.'),
      parts: z.int().describe('How many parts the text has.'),
      providers: z
        .array(z.string())
        .describe('Some of the agencies whose data the decisions are about; each is in one part or more.'),
      text: z
        .string()
        .describe(
          'The part: of a JSON list of decisions, each with its outcome, reasons, categories, provider agencies and fields.',
        ),
    })
    .describe(
      'What was decided about fields, once for all disclosures with the same decisions; written before the first of them.',
    ),
  disclosure: z
    .strictObject({
      ...common,
      request,
      outcome,
      caller,
      purpose,
      operation,
      epoch,
      terms: z
        .string()
        .nullable()
        .describe('Hash of the terms; null if the resident was only sent to agencies.'),
      agencies,
      declarations: z
        .array(z.string())
        .describe('Ids of emergencies in force that take in what was permitted.'),
      key,
      sealed,
    })
    .describe('One operation shown, or withheld, what agencies hold about one resident.'),
  operation: z
    .strictObject({ ...common, request, outcome, caller, purpose, operation, epoch, agencies })
    .describe('An operation that concerned no resident who is known, and asked agencies or was refused.'),
  'consent-recorded': actOf('A consent was recorded.'),
  'consent-revoked': actOf('A consent was revoked.'),
  'relationship-assigned': actOf(
    'An agency vouched that somebody works with a resident or is of their family.',
  ),
  'relationship-ended': actOf('A relationship was ended.'),
  'break-glass-opened': actOf("A resident's records were opened in an emergency."),
  'break-glass-closed': actOf('A break-glass session was closed before its end.'),
  'break-glass-reviewed': actOf('A privacy officer wrote down what they found of a session.'),
  'emergency-declared': actOf('An emergency was declared.'),
  'emergency-confirmed': actOf('A second officer confirmed an emergency.'),
  'emergency-ended': actOf('An emergency was ended before its time.'),
  'agency-restricted': actOf('An agency stopped sharing everything (its kill switch) or some categories.'),
  'restriction-lifted': actOf('A restriction was lifted.'),
  'accounting-suspended': actOf(
    "An agency's statement suspends a resident's right to be told of disclosures to it (45 CFR 164.528(a)(2)).",
  ),
  'accounting-resumed': actOf('A suspension was ended before its time.'),
  'expungement-ordered': actOf(
    'It was ordered to forget whom records are about; names the resident only where the order was refused. The keys that were destroyed are told of by themselves.',
  ),
  'agreements-changed': z
    .strictObject({
      ...common,
      digest: z.string().describe('SHA-256 of all agreements and of the catalogue, in hexadecimal.'),
      agreements: z
        .array(
          z.strictObject({ id: z.string(), version: z.int(), status: z.string(), contentHash: z.string() }),
        )
        .describe(
          'Those that are new or others than before, with the hash that their officers signed; none when the process begins.',
        ),
      removed: z.array(z.string()).describe('Ids of those that are no longer there.'),
    })
    .describe('Agreements are others than before, or the process has begun.'),
  'sign-in-failed': z
    .strictObject({
      ...common,
      code: z.string().describe('Code of the error that clients were told.'),
      count: z.int().describe('How many requests since the event before.'),
    })
    .describe(
      'Requests came without a token that counts, or people came back from the identity provider and could not be signed in; told once a second at most.',
    ),
  'calls-refused': z
    .strictObject({
      ...common,
      agency: z.string().describe('The agency that was called.'),
      problem: z.string().describe('What was wrong with the calls, in its words.'),
      count: z.int().describe('How many calls.'),
      since: z.string().describe("When the first of them came, by the agency's clock."),
      until: z.string().describe('As far as the log of the agency was read; what came later is told later.'),
    })
    .describe(
      "An agency refused calls that were not the gateway's, as its own log of requests says; told when that was compared with the ledger.",
    ),
  'keys-destroyed': z
    .strictObject({
      ...common,
      reason: z
        .enum(['retention', 'order'])
        .describe('The time of keeping was over, or an officer ordered it.'),
      by: z.string().nullable().describe('Who ordered it; null for the time of keeping.'),
      keys: z.array(z.string()).describe('Ids of the keys: what they sealed can never be read again.'),
    })
    .describe('Keys of residents were destroyed, and with them what identifies residents in entries.'),
} as const;

/** Name of an event. */
export type EventName = keyof typeof eventSchemas;

/** An event by its name. */
export type EventOf<Name extends EventName> = { readonly type: Name } & Readonly<
  z.infer<(typeof eventSchemas)[Name]>
>;

/** Any event. */
export type LedgerEvent = { readonly [Name in EventName]: EventOf<Name> }[EventName];

/** The events that say what somebody did about the rules or the facts. */
export type ActName = {
  readonly [Name in EventName]: EventOf<Name> extends { readonly subjectId: string | null } ? Name : never;
}[EventName];
