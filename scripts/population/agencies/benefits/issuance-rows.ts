import { monthlyAmount } from '../../assistance/index.ts';
import { addDays } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import { lastDay } from './assistance.ts';
import type { Assistance } from './assistance.ts';
import { cents, mainframeDate, zeroPadded } from './mainframe.ts';
import { monthsFrom } from './months.ts';

/** Older issuances are in the archive. */
const monthsKept = 24;

/** One issuance a month, on a day that goes by the case number's last digit. */
export function issuanceRows(assistance: Assistance, desk: IntakeDesk): Row[] {
  const { event, caseNumber } = assistance;
  const { from, program } = event;
  if (from === null || program === 'medicaid' || program === 'childCare') return [];
  const unit = assistance.members.map(({ person }) => person);
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
        AMT_CENTS: cents(monthlyAmount(program, unit, month) * (isFirst ? shareOfMonth(from) : 1)),
        ISSU_CD: isFirst && !from.endsWith('-01') ? 'I' : 'R',
      };
    });
}

function shareOfMonth(from: string): number {
  return (31 - Number(from.slice(8))) / 30;
}
