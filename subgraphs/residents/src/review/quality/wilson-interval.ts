/** The normal deviate of 95 %. */
const deviate = 1.959_963_985;

/** A share of a sample with its interval. */
export interface WilsonInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a share that was found in a sample (Wilson, JASA 1927; NIST/SEMATECH e-Handbook 7.2.4.1), which
 * holds for small samples and for shares near 1 too. Null for an empty sample.
 */
export function wilsonInterval(found: number, of: number): WilsonInterval | null {
  if (of === 0) return null;
  const share = found / of;
  const square = deviate ** 2;
  const middle = share + square / (2 * of);
  const reach = deviate * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  const whole = 1 + square / of;
  return { share, low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}
