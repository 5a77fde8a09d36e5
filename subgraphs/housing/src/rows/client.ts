import type { Metadata } from './metadata.ts';

/** A row of `Client.csv`, with the columns that the graph reads. */
export interface ClientRow extends Metadata {
  readonly PersonalID: string;
  readonly AmIndAKNative: number;
  readonly Asian: number;
  readonly BlackAfAmerican: number;
  readonly HispanicLatinao: number;
  readonly MidEastNAfrican: number;
  readonly NativeHIPacific: number;
  readonly White: number;
  readonly RaceNone: number | null;
}
