import { addDays } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import { lastDay } from './assistance.ts';
import type { Assistance } from './assistance.ts';
import { cents, mainframeDate, zeroPadded } from './mainframe.ts';
import { monthsFrom } from './months.ts';

/** Older issuances are in the archive. */
const monthsKept = 24;

/** SNAP maximum monthly allotments by household size, near those of fiscal year 2026, in dollars. */
const allotments = [298, 546, 785, 994, 1183, 1421, 1571, 1789];

/** One issuance a month, on a day that goes by the case number's last digit. */
export function issuanceRows(assistance: Assistance, desk: IntakeDesk): Row[] {
  const { event, caseNumber } = assistance;
  const { from } = event;
  if (from === null) return [];
  const day = Number(caseNumber.slice(-1));
  const months = monthsFrom(from, lastDay(event)).slice(-monthsKept);
  return months
    .filter((month) => addDays(month, day) <= asOf)
    .map((month) => {
      const isFirst = month <= from;
      return {
        ISSU_NBR: zeroPadded(desk.next('issuance'), 12),
        CASE_NBR: caseNumber,
        BNFT_MO: month.slice(0, 7).replace('-', ''),
        ISSU_DT: mainframeDate(isFirst ? addDays(from, 5) : addDays(month, day)),
        AMT_CENTS: cents(monthlyAmount(assistance, month) * (isFirst ? shareOfMonth(from) : 1)),
        ISSU_CD: isFirst && !from.endsWith('-01') ? 'I' : 'R',
      };
    });
}

function monthlyAmount(assistance: Assistance, month: string): number {
  const earnings = earningsIn(assistance, month);
  const size = assistance.members.length;
  if (assistance.program === 'T') return Math.max(50, 180 + 130 * size - earnings / 2);
  return Math.max(24, (allotments[Math.min(size, allotments.length) - 1] ?? 0) - earnings * 0.24);
}

/** What all members together earn in the month, dollars. */
function earningsIn({ members }: Assistance, month: string): number {
  const jobs = members.flatMap(({ person }) => person.events.filter((event) => event.kind === 'employment'));
  return jobs
    .filter((job) => job.from <= month && (job.until ?? month) >= month)
    .reduce((sum, job) => sum + job.monthlyEarnings, 0);
}

function shareOfMonth(from: string): number {
  return (31 - Number(from.slice(8))) / 30;
}
