import { InvalidArgumentError } from 'commander';

const most = 999_999_999;

/**
 * Reads an option that is a whole number.
 *
 * @param least - what it is at least
 * @throws InvalidArgumentError for anything else
 */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least) return value;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is wanted.`);
  };
}
