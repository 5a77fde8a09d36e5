import type { Evidence } from './weigh.ts';

/** Weights to a tenth of a bit: more would tell how common a name is to the last bearer. */
export function rounded({ weight, ...evidence }: Evidence): Evidence {
  return { ...evidence, weight: tenth(weight) };
}

export function tenth(weight: number): number {
  return Math.round(weight * 10) / 10;
}
