import { addDays } from '../../dates.ts';
import type { ChargeEnd } from './charge-row.ts';
import type { Filing } from './filing.ts';

const officers = [
  ['M. Hale', '5550140'],
  ['J. Corwin', '5550141'],
  ['A. Dunstan', '5550142'],
  ['K. Ferrow', '5550143'],
] as const;

/** Most convictions end in probation of one to three years; a diversion is supervised for half a year. */
export function recordSupervision(filing: Filing, courtCase: number, end: ChargeEnd | null): void {
  const { arrest, desk } = filing;
  if (end === null) return;
  if (arrest.disposition === 'diverted') writeSupervision(filing, courtCase, end, { type: 'DIV', days: 182 });
  if (arrest.disposition === 'convicted' && desk.happens(0.75)) {
    writeSupervision(filing, courtCase, end, { type: 'PROB', days: 365 * desk.integer(1, 3) });
  }
}

interface Terms {
  readonly type: 'PROB' | 'DIV';
  readonly days: number;
}

function writeSupervision(
  { desk, book }: Filing,
  courtCase: number,
  end: ChargeEnd,
  { type, days }: Terms,
): void {
  const [officer, telephone] = desk.pick(officers);
  book.Supervision.push({
    SupervisionID: desk.next('supervision'),
    CaseID: courtCase,
    SupervisionTypeCode: type,
    SupervisionStartDate: end.on,
    SupervisionEndDate: addDays(end.on, days),
    SupervisionOfficerName: officer,
    SupervisionOfficerPhone: `555${telephone}`,
  });
}
