/**
 * Cohen's kappa of two readers (Educational and Psychological Measurement 20, 1960): agreement beyond what their habits
 * alone would bring about. Null where they had no choice: no pairs, or always one and the same answer.
 */
export function cohensKappa(pairs: readonly (readonly [one: string, other: string])[]): number | null {
  const answers = [...new Set(pairs.flat())];
  const share = (holds: (pair: readonly [string, string]) => boolean): number =>
    pairs.filter(holds).length / pairs.length;
  const agreeing = share(([one, other]) => one === other);
  const byChance = answers
    .map((answer) => share(([one]) => one === answer) * share(([, other]) => other === answer))
    .reduce((sum, product) => sum + product, 0);
  return pairs.length === 0 || byChance === 1 ? null : (agreeing - byChance) / (1 - byChance);
}
