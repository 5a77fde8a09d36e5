/** Invented street names. */
export const streetNames: readonly string[] =
  'Alder Anchor Ash Aspen Beacon Birch Bramble Bridge Brook Canal Cedar Chapel Cherry Chestnut Church Clover College Commerce Cooper Court Cypress Depot Division Elm Ferry Foundry Garden Grove Harbor Hawthorn Hazel Heron Hickory High Highland Juniper Lake Laurel Liberty Lighthouse Linden Locust Magnolia Main Maple Market Meadow Mill Mulberry Oak Orchard Park Pearl Pine Poplar Prospect Quarry River Rose School Spring Spruce State Summit Sycamore Union Valley Walnut Water Willow'.split(
    ' ',
  );

/** USPS Publication 28, Appendix C1: the standard abbreviation with the word, by weight. */
export const streetSuffixes: readonly (readonly [readonly [abbreviation: string, word: string], number])[] = [
  [['St', 'Street'], 40],
  [['Ave', 'Avenue'], 20],
  [['Rd', 'Road'], 12],
  [['Dr', 'Drive'], 9],
  [['Ln', 'Lane'], 6],
  [['Ct', 'Court'], 4],
  [['Blvd', 'Boulevard'], 3],
  [['Pl', 'Place'], 3],
  [['Ter', 'Terrace'], 2],
  [['Way', 'Way'], 1],
];
