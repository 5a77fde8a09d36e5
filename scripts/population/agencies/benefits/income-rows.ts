import { yearsBetween } from '../../dates.ts';
import type { IntakeDesk, Row } from '../../recorder.ts';
import type { LifeEvent, Person } from '../../truth.ts';
import { lastDay } from './assistance.ts';
import type { Assistance } from './assistance.ts';
import { cents, mainframeDate, openEnd, zeroPadded } from './mainframe.ts';

type Employment = Extract<LifeEvent, { kind: 'employment' }>;

/** Income as its columns need it. */
interface Income {
  readonly code: 'WG' | 'SI' | 'SS';
  readonly amount: number;
  readonly payer: string | null;
  readonly verification: string;
  readonly from: string;
  readonly until: string | null;
}

/** The federal SSI benefit rate of 2026 for one person, dollars a month. */
const supplementalSecurityIncome = 994;

/** What each member reported, once each: jobs that lasted into assistance, SSI for lasting disability, pensions. */
export function incomeRows(assistances: readonly Assistance[], desk: IntakeDesk): Row[] {
  const reported = new Set<string>();
  return assistances.flatMap((assistance) =>
    assistance.members.flatMap(({ person, clientId }) =>
      incomesOf(person, assistance, desk)
        .filter(({ code, from, payer }) =>
          isNew(reported, `${String(person.number)} ${code} ${from} ${payer ?? ''}`),
        )
        .map((income) => incomeRow(clientId, income, desk)),
    ),
  );
}

function incomesOf(person: Person, { event }: Assistance, desk: IntakeDesk): Income[] {
  const end = lastDay(event);
  const jobs = person.events.filter((one): one is Employment => one.kind === 'employment');
  return [
    ...jobs
      .filter(({ from, until }) => from <= end && (until ?? end) >= event.appliedOn)
      .map((job) => wages(job, desk)),
    ...disabilityIncome(person, event.appliedOn),
    ...pension(person, end),
  ];
}

function wages({ employer, monthlyEarnings, from, until }: Employment, desk: IntakeDesk): Income {
  const verification = desk.pickWeighted([
    ['P', 6],
    ['E', 2],
    ['S', 1],
    ['N', 1],
  ] as const);
  return { code: 'WG', amount: monthlyEarnings, payer: employer, verification, from, until };
}

function disabilityIncome(person: Person, on: string): Income[] {
  const lasting = person.events.find((one) => one.kind === 'disability' && one.indefinite && one.from <= on);
  if (lasting?.kind !== 'disability') return [];
  return [
    {
      code: 'SI',
      amount: supplementalSecurityIncome,
      payer: null,
      verification: 'A',
      from: lasting.from,
      until: null,
    },
  ];
}

function pension({ birthDate }: Person, on: string): Income[] {
  if (yearsBetween(birthDate, on) < 66) return [];
  const from = `${String(Number(birthDate.slice(0, 4)) + 66)}-${birthDate.slice(5, 7)}-01`;
  const amount = 900 + (Number(birthDate.slice(8)) % 12) * 75;
  return [{ code: 'SS', amount, payer: null, verification: 'A', from, until: null }];
}

function incomeRow(clientId: string, income: Income, desk: IntakeDesk): Row {
  return {
    INCM_KEY: zeroPadded(desk.next('income'), 12),
    CLNT_ID: clientId,
    INCM_CD: income.code,
    MO_AMT_CENTS: cents(income.amount),
    PAYR_NM: income.payer?.toUpperCase() ?? null,
    VRF_CD: income.verification,
    BEG_DT: mainframeDate(income.from),
    END_DT: mainframeDate(income.until, openEnd),
  };
}

function isNew(seen: Set<string>, key: string): boolean {
  const before = seen.size;
  return seen.add(key).size > before;
}
