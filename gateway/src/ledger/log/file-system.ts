/** An open file. */
export interface OpenFile {
  /** Writes all bytes at the position. */
  readonly write: (bytes: Uint8Array, position: number) => Promise<void>;
  /** Fills as much of the bytes as the file has from the position on; how many were read. */
  readonly read: (bytes: Uint8Array, position: number) => Promise<number>;
  /** fdatasync(2). */
  readonly synchronize: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly length: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What the ledger asks of the operating system: so little that a test can stand in for each part failing. */
export interface FileSystem {
  /** Makes the folder and those above it. */
  readonly makeDirectory: (path: string) => Promise<void>;
  /** Names in the folder, none if there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** fsync(2) of a folder: makes durable which files are in it. */
  readonly synchronizeDirectory: (path: string) => Promise<void>;
  /** Opens to read; with `write`, to read and write; with `create`, makes an empty file or empties the one there is. */
  readonly open: (path: string, access: 'read' | 'write' | 'create') => Promise<OpenFile>;
  /** The whole file, null if there is none. */
  readonly readFile: (path: string) => Promise<Buffer | null>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes the file if it is there. */
  readonly remove: (path: string) => Promise<void>;
}
