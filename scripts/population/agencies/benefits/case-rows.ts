import { addDays, daysBetween } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import { lastDay, reasonCode } from './assistance.ts';
import type { Assistance, BenefitEvent } from './assistance.ts';
import { mainframeDate, noDate } from './mainframe.ts';
import { monthsFrom } from './months.ts';
import type { ProgramCode } from './program-code.ts';

const statuses = { active: 'A', denied: 'D', lapsed: 'C', closed: 'C', pending: 'P' } as const;

/** Days for which a household is certified at once: half a year for SNAP, a year for the others. */
const certifiedDays: Readonly<Record<ProgramCode, number>> = { S: 182, T: 365, M: 365, K: 365 };

/** The federal limit of TANF (45 CFR 264.1). */
const monthLimit = 60;

/** The case itself. */
export function caseRow(assistance: Assistance): Row {
  const { event, program, caseNumber, workerId } = assistance;
  const closed = event.outcome === 'lapsed' || event.outcome === 'closed';
  return {
    CASE_NBR: caseNumber,
    PGM_CD: program,
    STAT_CD: statuses[event.outcome],
    OPEN_DT: mainframeDate(event.from),
    CLOS_DT: closed ? mainframeDate(event.until) : noDate,
    CLOS_RSN_CD: reasonCode(event),
    RCRT_DUE_DT: certificationRows(assistance).at(-1)?.['END_DT'] ?? noDate,
    TM_LMT_MOS: program === 'T' && event.from !== null ? monthsCounted(event.from, lastDay(event)) : null,
    WRKR_ID: workerId,
  };
}

function monthsCounted(from: string, until: string): number {
  return Math.min(monthLimit, monthsFrom(from, until).length);
}

/** The certification periods, oldest first; the last one says how its recertification went. */
export function certificationRows({ event, program, caseNumber }: Assistance): Row[] {
  if (event.from === null) return [];
  const end = lastDay(event);
  const days = certifiedDays[program];
  const periods = Math.max(1, Math.ceil(daysBetween(event.from, end) / days));
  const first = event.from;
  return Array.from({ length: periods }, (_, index) => ({
    CASE_NBR: caseNumber,
    BEG_DT: mainframeDate(addDays(first, index * days)),
    END_DT: mainframeDate(addDays(first, (index + 1) * days - 1)),
    RCRT_STAT_CD: index + 1 === periods ? lastRecertification(event) : 'C',
  }));
}

function lastRecertification({ outcome, reason }: BenefitEvent): string {
  if (outcome === 'active') return 'D';
  return reason === 'missedRecertification' ? 'M' : 'N';
}

/** The head's application. One that ended at the household's wish before a decision was withdrawn. */
export function applicationRow({ event, program, members, caseNumber }: Assistance): Row {
  const disposition = dispositionOf(event);
  return {
    APPL_NBR: caseNumber,
    CLNT_PGM: `${members[0]?.clientId ?? ''}${program}`,
    APPL_DT: mainframeDate(event.appliedOn),
    DSPN_CD: disposition,
    DSPN_DT: disposition === 'P' ? noDate : mainframeDate(decidedOn(event)),
    DNL_RSN_CD: disposition === 'D' ? reasonCode(event) : null,
    XPD_IND: program === 'S' && isExpedited(event) ? 'Y' : 'N',
  };
}

function dispositionOf({ outcome, reason }: BenefitEvent): 'A' | 'D' | 'P' | 'W' {
  if (outcome === 'pending') return 'P';
  if (outcome !== 'denied') return 'A';
  return reason === 'voluntary' ? 'W' : 'D';
}

/** The day of the decision, within 30 days (7 CFR 273.2(g)). */
export function decidedOn({ appliedOn, from }: BenefitEvent): string {
  const day = from ?? addDays(appliedOn, 21);
  return day < asOf ? day : asOf;
}

/** SNAP within seven days (7 CFR 273.2(i)). */
function isExpedited({ appliedOn, from }: BenefitEvent): boolean {
  return from !== null && daysBetween(appliedOn, from) <= 7;
}
