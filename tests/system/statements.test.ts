import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateHouseholds } from '../../scripts/population/index.ts';
import type { AgencyName } from '../../scripts/seeding/index.ts';
import { engines } from '../support/engines.ts';
import { startEnvironment, type Environment } from '../support/start-environment.ts';

const pageOfResidents = /* GraphQL */ `
  query PageOfResidents($ids: [ID!]!) {
    residents(ids: $ids) {
      id
      name {
        given
        surname
      }
      currentAddress {
        city
      }
      household {
        members {
          relationshipToHead
          resident {
            id
            birthDate
          }
        }
      }
      benefits {
        snap {
          cases(first: 3) {
            edges {
              node {
                status
                members {
                  relationship
                  resident {
                    id
                  }
                }
              }
            }
          }
        }
        medicaid {
          enrollments(first: 3) {
            edges {
              node {
                effectiveOn
              }
            }
          }
        }
        incomes(first: 5) {
          edges {
            node {
              monthlyAmount
            }
          }
        }
      }
      housing {
        enrollments(first: 3) {
          edges {
            node {
              entryDate
              project {
                name
                funders {
                  source
                }
              }
              exit {
                date
                destination
              }
            }
          }
        }
      }
      behavioralHealth {
        substanceUseTreatment {
          admissions(first: 3) {
            edges {
              node {
                admissionDate
                substances {
                  substance
                }
                discharge {
                  reason
                }
              }
            }
          }
        }
        mentalHealth {
          episodes(first: 3) {
            edges {
              node {
                admissionDate
                provider {
                  name
                }
              }
            }
          }
        }
      }
      justice {
        bookings(first: 3) {
          edges {
            node {
              bookingDate
              charges {
                ncicCode
              }
              release {
                reason
              }
            }
          }
        }
        cases(first: 3) {
          edges {
            node {
              caseNumber
              nextHearing {
                scheduledFor
              }
            }
          }
        }
      }
    }
  }
`;

describe.each(engines)('a page of residents with fields of every agency, on the %s engine', (engine) => {
  let environment: Environment;
  let ids: readonly string[];

  beforeAll(async () => {
    environment = await startEnvironment({ residents: 200, flags: { 'execution.engine': engine } });
    const people = [...generateHouseholds({ seed: 1, residents: 200 })].flatMap(({ members }) => members);
    // The first one has records of every sort, so that both pages ask for everything.
    ids = people.map(({ residentId }) => residentId);
  });

  afterAll(() => environment.close());

  async function statementsFor(count: number): Promise<Record<string, number>> {
    const statements: Record<string, number> = {};
    const stopCounting = [...environment.agencies].map(([name, agency]) =>
      countInto(statements, name, agency.database),
    );
    const answer = await environment.ask(pageOfResidents, { ids: ids.slice(0, count) });
    for (const stop of stopCounting) stop();
    expect(answer.errors).toBeUndefined();
    expect((answer.data as { residents: unknown[] }).residents).toHaveLength(count);
    return statements;
  }

  test('costs the same number of SQL statements for 10 and for 100 residents', async () => {
    const ten = await statementsFor(10);
    const hundred = await statementsFor(100);
    expect(hundred).toEqual(ten);
    expect(Object.keys(ten).sort()).toEqual([
      'behavioral-health',
      'benefits',
      'housing',
      'justice',
      'residents',
    ]);
  });
});

function countInto(
  statements: Record<string, number>,
  agency: AgencyName,
  database: {
    on: (event: 'query', listener: () => void) => unknown;
    off: (event: 'query', listener: () => void) => unknown;
  },
): () => void {
  const count = (): void => {
    statements[agency] = (statements[agency] ?? 0) + 1;
  };
  database.on('query', count);
  return () => database.off('query', count);
}
