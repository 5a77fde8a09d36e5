import type { Chance } from '../../recorder.ts';
import { projects, type Project, type ProjectType } from './projects.ts';
import type { Stay } from './stays-of.ts';

/** The project of a type in the Continuum of Care of the county where the head last had an address. */
export function projectOf(stay: Stay, types: readonly ProjectType[], chance: Chance): Project {
  const { addresses } = stay.head.person;
  const last = addresses.findLast(({ from }) => from <= stay.head.homelessness.from);
  const continuum = last === undefined || last.county === 'Ellery' ? 'FH-500' : 'FH-501';
  return chance.pick(
    projects.filter((project) => project.continuum === continuum && types.includes(project.type)),
  );
}
