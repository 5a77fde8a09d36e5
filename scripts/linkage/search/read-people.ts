import { readPopulationFile, type PopulationRecord } from '../population-file.ts';

/** Everything that is written of one person of the generated population. */
export interface WrittenPerson {
  readonly person: number;
  readonly records: PopulationRecord[];
}

/** A household's records follow one another; whoever is so far back has no more. */
const farBack = 200;

/** Gives the people of a file, nearly in the order of their numbers, each once and whole. */
export async function readPeople(
  file: string,
  take: (person: WrittenPerson) => void | Promise<void>,
): Promise<void> {
  const open = new Map<number, WrittenPerson>();
  await readPopulationFile(file, (record) => {
    const person = Number(record.person);
    const known = open.get(person);
    if (known !== undefined) return void known.records.push(record);
    open.set(person, { person, records: [record] });
    return open.size < 2 * farBack ? undefined : close(person - farBack);
  });
  await close(Infinity);

  async function close(before: number): Promise<void> {
    for (const one of [...open.values()].filter(({ person }) => person < before)) {
      open.delete(one.person);
      // oxlint-disable-next-line no-await-in-loop
      await take(one);
    }
  }
}
