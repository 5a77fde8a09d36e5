import { hmisKey } from './hmis-key.ts';

/** HMIS 2.02.6 Project Type, those that this Continuum of Care has. */
export type ProjectType = 0 | 1 | 2 | 3 | 4 | 12 | 13 | 14;

export interface Project {
  readonly key: string;
  readonly name: string;
  readonly type: ProjectType;
  readonly organization: string;
  /** HUD code of the Continuum of Care; FH is the invented state. */
  readonly continuum: 'FH-500' | 'FH-501';
  /** HMIS 2.06 codes. */
  readonly funders: readonly number[];
}

const city = 'Port Ellery Housing Alliance';
const county = 'Dunmere and Sablewood Community Services';
const outreach = 'Lantern Street Outreach';
const veterans = 'Fairhaven Homes for Heroes';

/** Every organization runs mainstream projects; victim service providers keep a database of their own. */
export const projects: readonly Project[] = [
  project('Harbor Street Shelter', 0, city, 'FH-500', [8, 46]),
  project('Harbor Street Night Shelter', 1, city, 'FH-500', [8]),
  project('Ellery Family Shelter', 0, city, 'FH-500', [8, 46]),
  project('Ellery Transitional Homes', 2, veterans, 'FH-500', [41]),
  project('Tidewick Supportive Housing', 3, city, 'FH-500', [2, 15]),
  project('Lantern Outreach Ellery', 4, outreach, 'FH-500', [11, 21]),
  project('Ellery Homelessness Prevention', 12, city, 'FH-500', [9]),
  project('Ellery Rapid Re-Housing', 13, city, 'FH-500', [3, 10]),
  project('Ellery Coordinated Entry', 14, city, 'FH-500', [4]),
  project('Larkmoor Shelter', 0, county, 'FH-501', [8, 46]),
  project('Larkmoor Winter Shelter', 1, county, 'FH-501', [46]),
  project('Oxbow Transitional Living', 2, county, 'FH-501', [24, 46]),
  project('Quarry Hill Supportive Housing', 3, county, 'FH-501', [2]),
  project('Lantern Outreach Balance of State', 4, outreach, 'FH-501', [11]),
  project('Balance of State Prevention', 12, county, 'FH-501', [9]),
  project('Balance of State Rapid Re-Housing', 13, county, 'FH-501', [10, 44]),
  project('Balance of State Coordinated Entry', 14, county, 'FH-501', [4]),
];

function project(
  name: string,
  type: ProjectType,
  organization: string,
  continuum: Project['continuum'],
  funders: readonly number[],
): Project {
  return { key: hmisKey('Project', name), name, type, organization, continuum, funders };
}
