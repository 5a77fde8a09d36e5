import type { LedgerRecord } from './ledger-record.ts';

const columns: Readonly<Record<string, (record: LedgerRecord) => string | number | null>> = {
  recorded_at: ({ recordedAt }) => recordedAt,
  resident: ({ resident }) => resident?.id ?? null,
  outcome: ({ outcome }) => outcome,
  recipient_agency: ({ recipient }) => recipient,
  recipient_subject: ({ subject }) => subject,
  purpose_of_use: ({ purposeOfUse }) => purposeOfUse,
  shown_categories: ({ decisions }) => categoriesIn(decisions, true),
  withheld_categories: ({ decisions }) => categoriesIn(decisions, false),
  agreements: ({ decisions }) => listed((decisions ?? []).flatMap(({ agreements }) => agreements ?? [])),
  authorities: ({ decisions }) => listed((decisions ?? []).flatMap(({ authorities }) => authorities ?? [])),
  break_glass: ({ breakGlass }) => breakGlass,
  log: ({ log }) => log,
  sequence: ({ sequence }) => sequence,
  leaf_hash: ({ proof }) => proof?.leafHash ?? null,
};

/** Records as a table for spreadsheets (RFC 4180), with the hash by which each is found in the log. */
export function recordsAsCsv(records: readonly LedgerRecord[]): string {
  const lines = records.map((record) => Object.values(columns).map((valueOf) => field(valueOf(record))));
  return [Object.keys(columns), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function categoriesIn(decisions: LedgerRecord['decisions'], isPermitted: boolean): string {
  const found = (decisions ?? []).filter((one) => one.isPermitted === isPermitted);
  return listed(found.flatMap(({ categories }) => categories ?? []));
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join('; ');
}

/** A text that a spreadsheet would take for a formula gets a mark before it (OWASP, CSV injection). */
function field(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
