import { beforeAll, expect, test } from '@jest/globals';
import { migrate } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect, executeOperation } from '@resident-graph/subgraph-kit/testing';

import { benefits } from '../src/index.ts';
import { clients, people, seedBenefits } from './seed.ts';

eachDialect('the benefits of a resident', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrate(benefits, database);
    await seedBenefits(database);
  });

  /** Answers a selection on `benefits` of one resident. */
  async function benefitsOf(id: string, selection: string): Promise<unknown> {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Resident { benefits ${selection} } } }`;
    const variables = { representations: [{ __typename: 'Resident', id }] };
    const { data, errors } = await executeOperation(benefits, database, { query, variables });
    expect(errors).toBeUndefined();
    const [entity] = (data?.['_entities'] ?? []) as ({ readonly benefits: unknown } | null)[];
    return entity === null ? null : entity?.benefits;
  }

  test('a lapsed SNAP case shows its reason and the recertification that was missed', async () => {
    const answer = await benefitsOf(
      people.ana,
      `{ snap { cases { edges { node { status openedOn closedOn closureReason recertificationDueOn
        certificationPeriods { from until recertification } } } } } }`,
    );
    expect(answer).toEqual({
      snap: {
        cases: {
          edges: [
            {
              node: {
                status: 'CLOSED',
                openedOn: '2024-02-01',
                closedOn: '2025-01-31',
                closureReason: 'MISSED_RECERTIFICATION',
                recertificationDueOn: '2025-01-31',
                certificationPeriods: [
                  { from: '2024-08-01', until: '2025-01-31', recertification: 'MISSED' },
                ],
              },
            },
          ],
        },
      },
    });
  });

  test('two client records of one person come out as one resident', async () => {
    const answer = await benefitsOf(
      people.ana,
      `{ clientRecords { clientNumber birthDate } snap { eligibility { status from until } }
        incomes { edges { node { kind monthlyAmount isEarned from until } } }
        medicaid { enrollments { edges { node { effectiveOn endsOn } } } } }`,
    );
    expect(answer).toEqual({
      clientRecords: [
        { clientNumber: clients.ana, birthDate: '1988-04-09' },
        { clientNumber: clients.anaAgain, birthDate: null },
      ],
      snap: {
        eligibility: [
          { status: 'ACTIVE_COVERAGE', from: '2026-08-01', until: null },
          { status: 'INACTIVE_PENDING_ELIGIBILITY_UPDATE', from: '2024-02-01', until: null },
        ],
      },
      incomes: {
        edges: [
          {
            node: {
              kind: 'SUPPLEMENTAL_SECURITY_INCOME',
              monthlyAmount: '1840.50',
              isEarned: false,
              from: '2026-01-01',
              until: null,
            },
          },
          {
            node: {
              kind: 'WAGES',
              monthlyAmount: '1840.50',
              isEarned: true,
              from: '2023-06-01',
              until: '2025-03-01',
            },
          },
        ],
      },
      medicaid: {
        enrollments: {
          edges: [
            { node: { effectiveOn: '2026-02-01', endsOn: null } },
            { node: { effectiveOn: '2024-02-01', endsOn: null } },
          ],
        },
      },
    });
  });

  test('issuances are paged newest first without a gap or a repetition', async () => {
    const months: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { edges, pageInfo } = await issuancePage(after);
      months.push(...edges.map(({ node }) => node.benefitMonth));
      expect(pageInfo.hasNextPage).toBe(page < 2);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(months).toEqual(['08', '07', '06', '05', '04', '03', '02'].map((month) => `2024-${month}-01`));
  });

  interface IssuancePage {
    readonly edges: readonly { readonly node: { readonly benefitMonth: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }

  async function issuancePage(after: string | null): Promise<IssuancePage> {
    const cursor = after === null ? '' : `, after: ${JSON.stringify(after)}`;
    const answer = await benefitsOf(
      people.ana,
      `{ snap { cases(first: 1) { edges { node { issuances(first: 3${cursor}) {
        edges { node { benefitMonth } } pageInfo { hasNextPage endCursor } } } } } } }`,
    );
    const { snap } = answer as { snap: { cases: { edges: [{ node: { issuances: IssuancePage } }] } } };
    return snap.cases.edges[0].node.issuances;
  }

  test('amounts that the mainframe keeps in cents come out as dollars to the cent', async () => {
    const answer = JSON.stringify(
      await benefitsOf(
        people.ana,
        '{ tanf { cases { edges { node { monthsTowardsLimit issuances { edges { node { amount kind } } } } } } } }',
      ),
    );
    expect(answer).toContain('{"amount":"0.05","kind":"INITIAL_PRORATED"}');
    expect(answer).toContain('{"amount":"291.06","kind":"REGULAR"}');
  });

  test('members of a unit are residents, never names or client numbers', async () => {
    const answer = await benefitsOf(
      people.ben,
      '{ snap { cases { edges { node { members { relationship participation resident { id } } } } } } }',
    );
    expect(answer).toEqual({
      snap: {
        cases: {
          edges: [
            {
              node: {
                members: [
                  { relationship: 'SELF', participation: 'INCLUDED', resident: { id: people.ana } },
                  { relationship: 'CHILD', participation: 'INCLUDED', resident: { id: people.ben } },
                ],
              },
            },
          ],
        },
      },
    });
  });

  test('the caseworker of record is an office, a worker number and a work phone', async () => {
    const answer = await benefitsOf(
      people.ben,
      '{ medicaid { enrollments { edges { node { caseworker { workerId office workPhone } } } } } }',
    );
    expect(answer).toEqual({
      medicaid: {
        enrollments: {
          edges: [
            {
              node: {
                caseworker: {
                  workerId: 'W01000',
                  office: 'Ellery County Benefits Office',
                  workPhone: '9905554000',
                },
              },
            },
          ],
        },
      },
    });
  });

  test('child care is paid for the child, who is a resident', async () => {
    const answer = await benefitsOf(
      people.ana,
      `{ childCare { cases { edges { node { authorizations {
        child { id } setting monthlySubsidy monthlyCopayment until } } } } } }`,
    );
    expect(JSON.stringify(answer)).toContain(
      JSON.stringify({
        child: { id: people.ben },
        setting: 'LICENSED_CENTER',
        monthlySubsidy: '612.50',
        monthlyCopayment: '45.00',
        until: null,
      }),
    );
  });

  test('a resident whom the agency does not know is null', async () => {
    expect(await benefitsOf('nobody', '{ snap { eligibility { status } } }')).toBeNull();
  });
});
