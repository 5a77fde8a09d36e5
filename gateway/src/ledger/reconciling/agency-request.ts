import { z } from 'zod';

const line = z.looseObject({
  at: z.iso.datetime({ offset: true }),
  request: z.string(),
  verdict: z.enum(['trusted', 'refused']),
  problem: z.string().nullable(),
  count: z.int().positive().optional(),
});

/** A line of an agency's own log of what it was asked. */
export interface AgencyRequest {
  /** RFC 3339 in UTC with milliseconds, so that instants are in the order of their texts. */
  readonly at: string;
  readonly request: string;
  readonly verdict: 'trusted' | 'refused';
  readonly problem: string | null;
  /** How many requests it stands for. */
  readonly count: number;
}

/** Reads a line; null if it is none, as one is of which only a part was written. */
export function readAgencyRequest(text: string): AgencyRequest | null {
  const { data: read } = line.safeParse(parsed(text));
  if (read === undefined) return null;
  const { at, request, verdict, problem, count = 1 } = read;
  return { at: new Date(at).toISOString(), request, verdict, problem, count };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
