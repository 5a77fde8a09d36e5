import { date } from './date.ts';
import { dateTime } from './date-time.ts';
import { decimal } from './decimal.ts';

/** The scalars that the kit gives to every schema that declares them. */
export const scalars = { Date: date, DateTime: dateTime, Decimal: decimal } as const;
