import { z } from 'zod';

export const categorySchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"'),
  description: z.string().min(1),
  agency: z.string().min(1),
  authority: z.array(z.string().min(1)).min(1, 'must cite at least one authority'),
  sensitivity: z.enum(['moderate', 'high', 'highest']),
});

/**
 * A data category: the unit that agreements and statutes speak of.
 *
 * `sensitivity` orders what a disclosure can do to the resident: `moderate` identifies, `high` shows need,
 * health or custody, `highest` is guarded by a law of its own (42 CFR Part 2, HIV, sealed records, …).
 */
export type Category = Readonly<z.infer<typeof categorySchema>>;
