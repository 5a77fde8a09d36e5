import { z } from 'zod';

/** The name of an agency, agreement, category, role or training. */
export const nameSchema = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"');

/** A list of at least one value in which none is repeated. */
export function listOfDifferent<Item extends z.ZodType<string>>(item: Item): z.ZodArray<Item> {
  return z.array(item).min(1).max(500).superRefine(eachDiffers).meta({ uniqueItems: true });
}

function eachDiffers(values: readonly string[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    const isRepeated = seen.size === seen.add(value).size;
    if (isRepeated) context.addIssue({ code: 'custom', path: [index], message: `repeats "${value}"` });
  });
}
