import { z } from 'zod';

import { listOfDifferent, nameSchema } from '../schema-parts.ts';

const argument = z
  .string()
  .regex(/^\w+\.\w+(\(\w+:\))?$/, 'must be "Type.field(argument:)" or "InputType.field"');

export const categorySchema = z.strictObject({
  name: nameSchema,
  description: z.string().min(1),
  agency: z.string().min(1).describe('The agency whose data it is, by the name of its subgraph.'),
  authority: z
    .array(z.string().min(1))
    .min(1, 'must cite at least one authority')
    .describe('The laws that govern it first.'),
  sensitivity: z.enum(['moderate', 'high', 'highest']),
  concealment: z
    .literal(true)
    .optional()
    .describe('Whoever is denied the category must not learn that anything is withheld.'),
  arguments: listOfDifferent(argument)
    .optional()
    .describe('Arguments and input fields whose values say something of the category, or find by it.'),
});

/**
 * A data category: the unit that agreements and statutes speak of.
 *
 * `sensitivity` orders what a disclosure can do to the resident: `moderate` identifies, `high` shows need,
 * health or custody, `highest` is guarded by a law of its own (42 CFR Part 2, HIV, sealed records, …).
 *
 * `arguments` are coordinates, `Type.field(argument:)` or `InputType.field`, that filter by the category: who may
 * not see a value may not find by it either.
 */
export type Category = Readonly<z.infer<typeof categorySchema>>;
