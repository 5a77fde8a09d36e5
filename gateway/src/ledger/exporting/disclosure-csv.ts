import type { DecisionRecord, DisclosureRecord } from '../reading/index.ts';

/** The columns of the table, each with what it holds. */
const columns: Readonly<Record<string, (record: DisclosureRecord) => string | number | null>> = {
  recorded_at: ({ at }) => at.toISOString(),
  resident: ({ residentId }) => residentId,
  outcome: ({ outcome }) => outcome,
  recipient_agency: ({ recipient }) => recipient.agency,
  recipient_subject: ({ recipient }) => recipient.subject,
  application: ({ recipient }) => recipient.application,
  purpose_of_use: ({ purpose }) => purpose,
  shown_categories: ({ decisions }) => namesIn(decisions, 'permit', ({ categories }) => categories),
  shown_fields: ({ decisions }) => namesIn(decisions, 'permit', ({ coordinates }) => coordinates),
  withheld_categories: ({ decisions }) => namesIn(decisions, 'deny', ({ categories }) => categories),
  withheld_fields: ({ decisions }) => namesIn(decisions, 'deny', ({ coordinates }) => coordinates),
  agreements: ({ decisions }) =>
    namesIn(decisions, 'permit', ({ agreements = [] }) =>
      agreements.map(({ id, version }) => `${id}@${version}`),
    ),
  authorities: ({ decisions }) =>
    namesIn(decisions, null, ({ citations = [], authority }) =>
      authority === undefined ? citations : [authority],
    ),
  consents: ({ consents }) => consents.join(' '),
  break_glass: ({ breakGlass }) => breakGlass,
  request: ({ request }) => request,
  log: ({ log }) => log,
  sequence: ({ sequence }) => sequence,
};

/** The header of the table (RFC 4180). */
export const csvHeader: string = Object.keys(columns).join(',');

/** A disclosure as a row of the table (RFC 4180); lists stand in one field with semicolons between. */
export function csvRow(record: DisclosureRecord): string {
  return Object.values(columns)
    .map((valueOf) => csvField(valueOf(record)))
    .join(',');
}

function namesIn(
  decisions: readonly DecisionRecord[],
  outcome: DecisionRecord['outcome'] | null,
  namesOf: (decision: DecisionRecord) => readonly string[],
): string {
  const found = decisions.filter((decision) => outcome === null || decision.outcome === outcome);
  return [...new Set(found.flatMap(namesOf))].toSorted().join('; ');
}

/** A text that a spreadsheet would take for a formula gets a mark before it (OWASP, CSV injection). */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
