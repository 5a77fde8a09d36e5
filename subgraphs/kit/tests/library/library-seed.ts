import type { Database } from '@resident-graph/subgraph-kit';

const residents = Array.from({ length: 120 }, (_, index) => index);

const cardsOf = (resident: number): readonly string[] =>
  resident % 3 === 0 ? [`C${resident}A`, `C${resident}B`] : [`C${resident}A`];

/** 120 residents, every third with two cards; six loans on each card, one of them without a due date. */
export async function seedLibrary(database: Database): Promise<{ residentIds: readonly string[] }> {
  const cards = residents.flatMap((resident) => cardsOf(resident).map((card) => ({ resident, card })));
  await database('resident_links').insert(
    cards.map(({ resident, card }) => ({ resident_id: `resident-${resident}`, local_id: card })),
  );
  await database('CARD').insert(
    cards.map(({ resident, card }) => ({
      CARD_NBR: card,
      KIND_CD: [1, 2, 99][resident % 3],
      OWED_AMT: resident + 0.5,
      ISSUE_TS: '2026-01-31T08:30:00Z',
      GUARANTOR_NBR: resident === 0 ? null : `C${resident - 1}A`,
    })),
  );
  await database.batchInsert(
    'LOAN',
    cards.flatMap(({ card }, index) => loansOn(card, index)),
    100,
  );
  return { residentIds: residents.map((resident) => `resident-${resident}`) };
}

function loansOn(card: string, index: number): Record<string, unknown>[] {
  return Array.from({ length: 6 }, (_, loan) => ({
    LOAN_ID: index * 6 + loan,
    CARD_NBR: card,
    TITLE_TXT: `Book ${loan}`,
    DUE_DT: loan === 5 ? null : `2026-02-0${1 + (loan % 3)}`,
  }));
}
