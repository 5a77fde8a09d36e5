import { answerOf, type Answer } from './answer.ts';
import type { Path } from './problem.ts';

/** An answer in which one part of the resident was asked for again; the rest stands as it was. */
export function mergeAnswers<Data extends { readonly resident: object | null }>(
  whole: Answer<Data>,
  part: Answer<{ readonly resident: object | null }>,
  field: string,
): Answer<Data> {
  if (whole.data?.resident == null) return whole;
  const resident = { ...whole.data.resident, [field]: valueOf(part.data?.resident, field) };
  const elsewhere = whole.errors.filter(({ path = [] }) => !isOf(path, field));
  const again = part.errors.map((error) =>
    isOf(error.path ?? [], field) ? error : { ...error, path: ['resident', field] },
  );
  return answerOf({ ...whole.data, resident }, [...elsewhere, ...again]);
}

function isOf(path: Path, field: string): boolean {
  return path[0] === 'resident' && path[1] === field;
}

function valueOf(resident: object | null | undefined, field: string): unknown {
  return resident ? ((resident as Record<string, unknown>)[field] ?? null) : null;
}
