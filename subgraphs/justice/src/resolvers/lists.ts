import type { FieldResolver, PageLoader, Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import type { PlainRow } from '../rows.ts';
import type { Context, KnownResident, PageArguments } from './context.ts';
import { nullWhenNone } from './null-when-none.ts';

/** The lists of a resident, over all of their person records. */
export const lists: Resolvers<JusticeLoaders> = {
  ResidentJustice: {
    bookings: paged((loaders) => loaders.bookings.ordinary),
    sealedBookings: guarded((loaders) => loaders.bookings.sealed),
    juvenileBookings: guarded((loaders) => loaders.bookings.juvenile),
    sealedJuvenileBookings: guarded((loaders) => loaders.bookings.sealedJuvenile),
    cases: paged((loaders) => loaders.cases.ordinary),
    sealedCases: guarded((loaders) => loaders.cases.sealed),
    juvenileCases: guarded((loaders) => loaders.cases.juvenile),
    sealedJuvenileCases: guarded((loaders) => loaders.cases.sealedJuvenile),
    hearings: paged((loaders) => loaders.hearingsOfSubject),
    async nextHearing({ subjects }: KnownResident, _none: unknown, { loaders }: Context) {
      const hearings = await Promise.all(
        subjects.map((subject) => loaders.hearingsToComeOfSubject.load(subject)),
      );
      return earliest(hearings.flat(), 'HearingDateTime');
    },
    async supervisions({ subjects }: KnownResident, _none: unknown, { loaders }: Context) {
      const supervisions = await Promise.all(
        subjects.map((subject) => loaders.supervisionsOfSubject.load(subject)),
      );
      return inOrder(supervisions.flat(), 'SupervisionStartDate').toReversed();
    },
  },
};

function paged(
  choose: (loaders: JusticeLoaders) => PageLoader<unknown, number>,
): FieldResolver<JusticeLoaders> {
  return ({ subjects }: KnownResident, page: PageArguments, { loaders }: Context) =>
    choose(loaders).load({ keys: subjects, ...page });
}

/** A list that nobody learns of who may not read it. */
function guarded(
  choose: (loaders: JusticeLoaders) => PageLoader<unknown, number>,
): FieldResolver<JusticeLoaders> {
  return ({ subjects }: KnownResident, page: PageArguments, { loaders }: Context) =>
    nullWhenNone(choose(loaders).load({ keys: subjects, ...page }));
}

function earliest(rows: readonly PlainRow[], column: string): PlainRow | null {
  return inOrder(rows, column)[0] ?? null;
}

/** Rows of several person records in one order; those of one record come ordered already, and ties stay so. */
function inOrder(rows: readonly PlainRow[], column: string): readonly PlainRow[] {
  return rows.toSorted((one, other) => compare(String(one[column]), String(other[column])));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
