import { probabilityOf } from '../../linkage/index.ts';
import type { ReadingRow } from '../review-row.ts';

/** Questions about which the model was about equally sure, and what persons said. */
export interface CalibrationBin {
  /** Included. */
  readonly fromProbability: number;
  /** Not included, but for 1. */
  readonly toProbability: number;
  readonly judged: number;
  /** What the model said on average; null of none. */
  readonly predicted: number | null;
  /** Share of which persons said that it was the same person; null of none. */
  readonly found: number | null;
}

const bounds = [0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1];

/** How probable the model said that it was, beside how often persons said so. */
export function calibrationOf(readings: readonly ReadingRow[]): readonly CalibrationBin[] {
  const judged = readings.flatMap(({ weight, decision }) =>
    weight === null || (decision !== 'SAME_PERSON' && decision !== 'DIFFERENT_PERSON')
      ? []
      : [{ probability: probabilityOf(weight / 100), isSame: decision === 'SAME_PERSON' }],
  );
  return bounds.slice(0, -1).map((fromProbability, at) => {
    const toProbability = bounds[at + 1] ?? 1;
    const inside = judged.filter(
      ({ probability }) =>
        probability >= fromProbability && (probability < toProbability || toProbability === 1),
    );
    return {
      fromProbability,
      toProbability,
      judged: inside.length,
      predicted: mean(inside.map(({ probability }) => probability)),
      found: mean(inside.map(({ isSame }) => (isSame ? 1 : 0))),
    };
  });
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
