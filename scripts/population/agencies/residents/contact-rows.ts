import { substituteAddress } from '../../places/index.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import type { AddressPeriod, Household, Person } from '../../truth.ts';
import type { IndexRows } from './index-rows.ts';

/**
 * Where the person lives and how they are reached. A participant in the address confidentiality programme, and
 * everybody who shares an address with one, is shown at the participant's substitute address; their actual
 * addresses go to the table of the protected ones.
 */
export function contactRows(person: Person, household: Household, desk: IntakeDesk): IndexRows {
  const participant = participantAtHome(person, household);
  return {
    ...(participant === null ? shown(person, desk) : protectedBy(participant, person, desk)),
    resident_phones: person.phones.map(({ number, kind, from, until }) => ({
      id: desk.next('phone'),
      resident_id: person.residentId,
      number,
      phone_use: kind.toUpperCase(),
      valid_from: from,
      valid_until: until,
    })),
    resident_emails: person.email === null ? [] : [emailRow(person, person.email, desk)],
  };
}

function participantAtHome(person: Person, { members }: Household): Person | null {
  if (person.addressConfidential) return person;
  const homes = new Set(person.addresses.map(({ line1 }) => line1));
  const shares = ({ line1 }: AddressPeriod) => homes.has(line1);
  return members.find((member) => member.addressConfidential && member.addresses.some(shares)) ?? null;
}

function shown(person: Person, desk: IntakeDesk): IndexRows {
  const rows = person.addresses.map((address) => ({
    ...addressRow(person, address, desk),
    is_substitute: 0,
  }));
  return { resident_addresses: rows };
}

function protectedBy(participant: Person, person: Person, desk: IntakeDesk): IndexRows {
  const since = person.addresses.at(-1)?.from ?? person.birthDate;
  const substitute = { ...substituteAddress(participant.number), from: since, until: null };
  return {
    resident_addresses: [{ ...addressRow(person, substitute, desk), is_substitute: 1 }],
    resident_protected_addresses: person.addresses.map((address) => addressRow(person, address, desk)),
  };
}

function addressRow(person: Person, address: AddressPeriod, desk: IntakeDesk): Row {
  const { line1, line2, city, county, state, postalCode, from, until } = address;
  return {
    id: desk.next('address'),
    resident_id: person.residentId,
    line1,
    line2,
    city,
    county,
    state,
    postal_code: postalCode,
    valid_from: from,
    valid_until: until,
  };
}

function emailRow(person: Person, address: string, desk: IntakeDesk): Row {
  const id = desk.next('email');
  return { id, resident_id: person.residentId, address, valid_from: null, valid_until: null };
}
