import { ConfigurationError } from '../../errors/index.ts';

const mostSeconds = 30;

/**
 * By how much clocks may differ, in seconds; 5 by default. With what is no number every signature would be of now.
 *
 * @throws ConfigurationError for anything but 0 to 30
 */
export function checkedClockSkew(seconds = 5): number {
  if (seconds >= 0 && seconds <= mostSeconds) return seconds;
  throw new ConfigurationError({
    place: '--clock-skew',
    message: `clocks may differ by 0 to ${mostSeconds} seconds.`,
    remedy: 'Give a number between, and set the clocks by NTP.',
  });
}
