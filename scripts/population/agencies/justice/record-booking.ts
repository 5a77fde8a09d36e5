import { addDays } from '../../dates.ts';
import { chargeRow } from './charge-row.ts';
import type { ChargeEnd } from './charge-row.ts';
import { juvenileHall } from './counties.ts';
import type { Arrest, Filing } from './filing.ts';

const releaseReasons: Readonly<Record<NonNullable<Arrest['releaseReason']>, string>> = {
  bail: 'BAIL',
  recognizance: 'ROR',
  timeServed: 'TIME',
  dismissed: 'DISM',
  transferred: 'XFER',
};

/** Writes down what the jail holds of an arrest: booking, arrest, charges, bail and release. */
export function recordBooking(filing: Filing, courtCase: number, end: ChargeEnd | null): void {
  const booking = filing.desk.next('booking');
  writeBooking(filing, booking, courtCase);
  writeArrest(filing, booking);
  writeCharges(filing, booking, end);
  writeBail(filing, booking);
  writeRelease(filing, booking);
}

function writeBooking(
  { arrest, subject, county, desk, book }: Filing,
  booking: number,
  courtCase: number,
): void {
  const year = arrest.on.slice(2, 4);
  book.Booking.push({
    BookingID: booking,
    SubjectID: subject,
    BookingNumberText: `${year}-${county.number}${String(desk.next(`booking ${year}`)).padStart(6, '0')}`,
    BookingAgencyName: `${county.name} County Sheriff`,
    BookingDate: arrest.on,
    DetentionFacilityID: arrest.juvenile ? county.number + juvenileHall : county.number,
    BookingSealedIndicator: arrest.sealed ? 1 : 0,
    BookingJuvenileIndicator: arrest.juvenile ? 1 : 0,
    CaseID: courtCase,
  });
}

function writeArrest({ arrest, county, desk, book }: Filing, booking: number): void {
  const onWarrant = desk.happens(0.15);
  book.Arrest.push({
    ArrestID: desk.next('arrest'),
    BookingID: booking,
    ArrestDate: arrest.on,
    ArrestAgencyName: desk.happens(0.7) ? county.cityPolice : `${county.name} County Sheriff`,
    ArrestCategoryCode: onWarrant ? 'T' : 'O',
    ArrestWarrantIndicator: onWarrant ? 1 : 0,
    ArrestSubjectJuvenileDispositionCode: arrest.juvenile ? 'R' : null,
  });
}

/** Courts report to the jail late or never: one ended charge in eight still stands open there. */
function writeCharges({ arrest, desk, book }: Filing, booking: number, end: ChargeEnd | null): void {
  const reported = end !== null && desk.happens(0.875) ? end : null;
  arrest.charges.forEach((charge, index) => {
    book.ArrestCharge.push({
      ChargeID: desk.next('arrest charge'),
      BookingID: booking,
      ...chargeRow(charge, index + 1, arrest.on, reported),
    });
  });
}

/** Bail that was posted is revoked now and then, while the case is open. */
function writeBail({ arrest, desk, book }: Filing, booking: number): void {
  if (arrest.bailAmount === null) return;
  const open = arrest.bailPostedOn !== null && arrest.disposition === 'pending';
  book.Bail.push({
    BailID: desk.next('bail'),
    BookingID: booking,
    BailSetAmount: arrest.bailAmount,
    BailPostedDate: arrest.bailPostedOn,
    BailRevokedDate: open && desk.happens(0.1) ? addDays(arrest.bailPostedOn, 5) : null,
  });
}

function writeRelease({ arrest, book }: Filing, booking: number): void {
  if (arrest.releasedOn === null) return;
  book.BookingRelease.push({
    BookingID: booking,
    BookingReleaseDate: arrest.releasedOn,
    BookingReleaseReasonCode: arrest.releaseReason === null ? null : releaseReasons[arrest.releaseReason],
  });
}
