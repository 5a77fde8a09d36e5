/** An invented state. Its postal codes begin with 697 to 699, which the Postal Service has given to nobody. */
export const state = { name: 'Fairhaven', code: 'FH' } as const;

export interface City {
  readonly name: string;
  readonly county: string;
  readonly postalCodes: readonly string[];
  /** Share of the households, by weight. */
  readonly weight: number;
}

/** Invented cities in three invented counties. */
export const cities: readonly City[] = [
  city('Port Ellery', 'Ellery', 30, 69701, 10),
  city('Marrow Bay', 'Ellery', 12, 69721, 5),
  city('Stillwater Falls', 'Ellery', 8, 69731, 3),
  city('Tidewick', 'Ellery', 4, 69741, 2),
  city('Larkmoor', 'Dunmere', 14, 69801, 5),
  city('Dunmere', 'Dunmere', 9, 69811, 4),
  city('Oxbow Mills', 'Dunmere', 5, 69821, 2),
  city('Hollin Ridge', 'Dunmere', 3, 69831, 1),
  city('Quarry Hill', 'Sablewood', 7, 69901, 3),
  city('Sablewood', 'Sablewood', 4, 69911, 2),
  city('Wrenfield', 'Sablewood', 3, 69921, 1),
  city('Coldbrook', 'Sablewood', 1, 69931, 1),
];

function city(name: string, county: string, weight: number, firstPostalCode: number, codes: number): City {
  const postalCodes = Array.from({ length: codes }, (_, index) => String(firstPostalCode + index));
  return { name, county, weight, postalCodes };
}
