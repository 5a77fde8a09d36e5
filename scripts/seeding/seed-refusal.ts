import type { AgencyName } from '../population/index.ts';
import type { SeedMark } from './seed-mark.ts';

/** A database that the seed leaves alone; the message says why, and what to delete. */
export class SeedRefusal extends Error {
  override readonly name = 'SeedRefusal';

  private constructor(agency: AgencyName, what: string, place: string) {
    super(`The database of ${agency} holds ${what}. Delete ${place}, or choose another database.`);
  }

  static otherPopulation(agency: AgencyName, held: SeedMark, wanted: SeedMark, place: string): SeedRefusal {
    const changed = held.seed === wanted.seed && held.residents === wanted.residents;
    const other = `another population (seed ${held.seed}, ${held.residents} residents)`;
    const older = 'the same population as another version of the generator made it';
    return new SeedRefusal(agency, changed ? older : other, place);
  }

  static foreignRecords(agency: AgencyName, place: string): SeedRefusal {
    return new SeedRefusal(agency, 'records that no seed has written', place);
  }
}
