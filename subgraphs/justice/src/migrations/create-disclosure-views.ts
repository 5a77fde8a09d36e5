import type { Database, Knex, Migration } from '@resident-graph/subgraph-kit';

/**
 * One view for each list that the schema shows. A list reads its own view, so that a record of another group
 * cannot touch its entries, its pages or its cursors. A record joins or leaves a group by its indicator alone:
 * a case that is sealed is gone from the ordinary lists with the next statement.
 */
export const createDisclosureViews: Migration = {
  name: '0004-create-disclosure-views',
  async up(database) {
    for (const [group, indicators] of groups) {
      await createView(database, `${group}Case`, cases(database, indicators));
      await createView(database, `${group}Booking`, bookings(database, indicators));
    }
    await createView(database, 'OrdinaryHearing', ofOrdinaryCases(database, 'CaseHearing'));
    await createView(database, 'HearingToCome', toCome(database, 'CaseHearing'));
    await createView(database, 'OrdinaryHearingToCome', toCome(database, 'OrdinaryHearing'));
    await createView(database, 'OrdinarySupervision', ofOrdinaryCases(database, 'Supervision'));
  },
  async down(database) {
    await database.schema.dropView('OrdinarySupervision');
    await database.schema.dropView('OrdinaryHearingToCome');
    await database.schema.dropView('HearingToCome');
    await database.schema.dropView('OrdinaryHearing');
    for (const [group] of groups) {
      await database.schema.dropView(`${group}Booking`);
      await database.schema.dropView(`${group}Case`);
    }
  },
};

interface Indicators {
  readonly sealed: 0 | 1;
  readonly juvenile: 0 | 1;
}

const groups: readonly (readonly [string, Indicators])[] = [
  ['Ordinary', { sealed: 0, juvenile: 0 }],
  ['Sealed', { sealed: 1, juvenile: 0 }],
  ['Juvenile', { sealed: 0, juvenile: 1 }],
  ['SealedJuvenile', { sealed: 1, juvenile: 1 }],
];

async function createView(database: Database, name: string, query: Knex.QueryBuilder): Promise<void> {
  await database.schema.createView(name, (view) => view.as(query));
}

function cases(database: Database, { sealed, juvenile }: Indicators): Knex.QueryBuilder {
  return database('CourtCase').where({ CaseSealedIndicator: sealed, CaseJuvenileIndicator: juvenile });
}

/** A booking is sealed, or juvenile, when its own record or its case is. */
function bookings(database: Database, { sealed, juvenile }: Indicators): Knex.QueryBuilder {
  return database('Booking')
    .leftJoin('CourtCase', 'CourtCase.CaseID', 'Booking.CaseID')
    .select('Booking.*')
    .where((where) =>
      either(where, ['Booking.BookingSealedIndicator', 'CourtCase.CaseSealedIndicator'], sealed),
    )
    .where((where) =>
      either(where, ['Booking.BookingJuvenileIndicator', 'CourtCase.CaseJuvenileIndicator'], juvenile),
    );
}

/** Whether one of the two indicators is set; a case that does not exist sets none. */
function either(where: Knex.QueryBuilder, [own, ofCase]: readonly [string, string], expected: 0 | 1): void {
  if (expected === 1) {
    where.where(own, 1).orWhere(ofCase, 1);
  } else {
    where.where(own, 0).where((rest) => void rest.where(ofCase, 0).orWhereNull(ofCase));
  }
}

function ofOrdinaryCases(database: Database, table: string): Knex.QueryBuilder {
  return database(table)
    .join('OrdinaryCase', 'OrdinaryCase.CaseID', `${table}.CaseID`)
    .select(`${table}.*`, 'OrdinaryCase.SubjectID');
}

function toCome(database: Database, hearings: string): Knex.QueryBuilder {
  return database(hearings).where({ HearingStatusCode: 'S' });
}
