import { open } from 'node:fs/promises';

import type { AgencyRequest } from './agency-request.ts';
import { readAgencyRequest } from './agency-request.ts';

/** A line of an agency's log, by its number from 1; without a request if it can't be read. Nothing tells what is in it. */
export interface AgencyLogLine {
  readonly number: number;
  readonly request: AgencyRequest | null;
}

/** The lines of an agency's log of requests; empty ones, which set apart what was torn, are left out. */
export async function* readAgencyLog(path: string): AsyncIterable<AgencyLogLine> {
  const file = await open(path);
  let number = 0;
  try {
    for await (const text of file.readLines({ autoClose: false })) {
      number += 1;
      if (text !== '') yield { number, request: readAgencyRequest(text) };
    }
  } finally {
    await file.close();
  }
}
