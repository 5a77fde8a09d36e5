import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { ResidentFacts } from '../../governance/index.ts';

const instant = z.coerce.date();
const names = z.array(z.string()).default([]);
const begun = instant.default(() => new Date(0));
const end = instant.nullable().default(null);

/** What is on file about one resident, as JSON with times in ISO 8601; what is left out is not on file. */
const factsSchema = z.strictObject({
  consents: z
    .array(
      z.strictObject({
        kind: z.enum(['general', 'treatment-payment-operations', 'specific', 'notes', 'victim-services']),
        discloser: z.string(),
        recipientAgencies: names,
        recipientSubjects: names,
        isGeneralDesignation: z.boolean().default(false),
        categories: names,
        purposesOfUse: names,
        validFrom: begun,
        validUntil: end,
        revokedAt: end,
      }),
    )
    .default([]),
  relationships: z
    .array(
      z.strictObject({
        kind: z.enum(['caseload', 'treating', 'placement', 'household', 'guardian', 'supervision']),
        subject: z.string(),
        agency: z.string(),
        validFrom: begun,
        validUntil: end,
      }),
    )
    .default([]),
  breakGlass: z
    .strictObject({
      subject: z.string(),
      agencies: names,
      reason: z.enum(['MEDICAL_EMERGENCY', 'IMMINENT_DANGER', 'CHILD_AT_RISK', 'DISASTER']),
      openedAt: instant,
      endsAt: instant,
    })
    .nullable()
    .default(null),
});

/**
 * Reads facts about a resident from a file, for those who explain without the governance database.
 *
 * @throws Error that names the file and what is wrong with it
 */
export async function readFactsFile(file: string, residentId: string): Promise<ResidentFacts> {
  const text = await readFile(file, 'utf8');
  const parsed = factsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${file}: ${issue?.path.join('.') || 'the whole file'}: ${issue?.message}.`);
  }
  const { consents, relationships, breakGlass } = parsed.data;
  const numbered = { id: '', residentId };
  return {
    residentId,
    consents: consents.map((each) => ({ ...numbered, ...each })),
    relationships: relationships.map((each) => ({ ...numbered, ...each })),
    breakGlass: breakGlass && { ...numbered, ...breakGlass },
  };
}
