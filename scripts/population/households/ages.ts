import { addDays, yearsBetween } from '../dates.ts';
import type { Chance } from '../recorder.ts';
import { asOf } from '../truth.ts';

/** The same day so many years later or, negative, earlier; the 28th where the month has no such day. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  return date.slice(5) === '02-29' ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

/** A birth date of someone who is between the two ages, both included, on the day of the population. */
export function drawBirthDate(chance: Chance, least: number, most: number): string {
  return chance.date(addDays(addYears(asOf, -most - 1), 1), addYears(asOf, -least));
}

/** Completed years on a day. */
export function ageOn(person: { readonly birthDate: string }, date: string): number {
  return yearsBetween(person.birthDate, date);
}

/** The last day on which anything can happen to the person. */
export function lastDayOf(person: { readonly deathDate: string | null }): string {
  return person.deathDate ?? asOf;
}

/** The later of two dates. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** The earlier of two dates. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
