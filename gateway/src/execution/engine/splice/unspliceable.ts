/** Why an operation cannot be spliced and is run with objects. Caught where a program is compiled. */
export class Unspliceable extends Error {
  override readonly name = 'Unspliceable';
}
