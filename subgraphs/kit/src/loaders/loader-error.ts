/**
 * A loader's statement failed. Names table and columns, which an engineer needs, and carries the driver's error
 * as its cause; its own message holds no value that was bound.
 */
export class LoaderError extends Error {
  override readonly name = 'LoaderError';
  readonly table: string;
  readonly columns: readonly string[];

  constructor(source: { readonly table: string; readonly columns: readonly string[] }, cause: unknown) {
    super(`A loader over table ${source.table} (${source.columns.join(', ')}) failed.`, { cause });
    this.table = source.table;
    this.columns = source.columns;
  }
}
