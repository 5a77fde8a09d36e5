import type { EmergencyDeclaration } from '../facts/index.ts';
import { instantOf, instantOrNull, instantText } from './instant.ts';
import { listOf, listText } from './name-list.ts';

/** An emergency declaration as it is kept: without a second officer's confirmation it opens nothing. */
export interface DeclarationRecord extends EmergencyDeclaration {
  readonly declaredAt: Date;
  readonly declaredBy: string;
  readonly declaredByAgency: string;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  /** When it was ended before its time. */
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

export const declarationsTable = 'emergency_declarations';

/** The columns of `emergency_declarations`. */
export interface DeclarationRow {
  readonly id: string;
  readonly authority: string;
  readonly area: string;
  readonly categories: string;
  readonly roles: string;
  readonly purposes_of_use: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly declared_at: string;
  readonly declared_by: string;
  readonly declared_by_agency: string;
  readonly confirmed_at: string | null;
  readonly confirmed_by: string | null;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
}

export function declarationOf(row: DeclarationRow): DeclarationRecord {
  return {
    id: row.id,
    authority: row.authority,
    area: row.area,
    categories: listOf(row.categories),
    roles: listOf(row.roles),
    purposesOfUse: listOf(row.purposes_of_use),
    startsAt: instantOf(row.starts_at),
    endsAt: instantOf(row.ends_at),
    declaredAt: instantOf(row.declared_at),
    declaredBy: row.declared_by,
    declaredByAgency: row.declared_by_agency,
    confirmedAt: instantOrNull(row.confirmed_at),
    confirmedBy: row.confirmed_by,
    endedAt: instantOrNull(row.ended_at),
    endedBy: row.ended_by,
  };
}

export function declarationRow(declaration: DeclarationRecord): DeclarationRow {
  return {
    id: declaration.id,
    authority: declaration.authority,
    area: declaration.area,
    categories: listText(declaration.categories),
    roles: listText(declaration.roles),
    purposes_of_use: listText(declaration.purposesOfUse),
    starts_at: instantText(declaration.startsAt),
    ends_at: instantText(declaration.endsAt),
    declared_at: instantText(declaration.declaredAt),
    declared_by: declaration.declaredBy,
    declared_by_agency: declaration.declaredByAgency,
    confirmed_at: declaration.confirmedAt && instantText(declaration.confirmedAt),
    confirmed_by: declaration.confirmedBy,
    ended_at: declaration.endedAt && instantText(declaration.endedAt),
    ended_by: declaration.endedBy,
  };
}
