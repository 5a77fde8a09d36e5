import type { Figures } from '../measurement/index.ts';

type ByContender = Readonly<Record<string, Figures>>;

/**
 * What deciding and signing each add to our gateway's processor time, where they were measured beside it; and that of
 * two thousand agreements over that of twelve; and what a ledger adds to both. Empty otherwise.
 */
export function sharesOfAuthorization(figures: ByContender): string {
  const off = figures['ours']?.cpuMs;
  const deciding = figures['authorized-unsigned']?.cpuMs;
  const signing = figures['authorized']?.cpuMs;
  const thousands = figures['authorized-2000']?.cpuMs;
  if (!off || !deciding || !signing) return '';
  const recording = figures['recorded']?.cpuMs;
  const recordingElsewhere = figures['recorded-postgres']?.cpuMs;
  const parts = [
    `deciding ${percent(deciding - off, off)}`,
    `signing ${percent(signing - deciding, off)}`,
    `both ${percent(signing - off, off)}`,
    ...(thousands ? [`both with 2,000 agreements ${percent(thousands - off, off)}`] : []),
    ...(recording ? [`the ledger in SQLite ${percent(recording - signing, signing)}`] : []),
    ...(recordingElsewhere ? [`in PostgreSQL ${percent(recordingElsewhere - signing, signing)}`] : []),
  ];
  return `CPU for each request, more than without: ${parts.join(', ')}.`;
}

function percent(more: number, of: number): string {
  return `${((100 * more) / of).toFixed(0)} %`;
}
