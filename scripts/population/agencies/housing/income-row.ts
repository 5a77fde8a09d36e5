import { monthlyAmount, unitOf } from '../../assistance/index.ts';
import type { Row } from '../../recorder.ts';
import type { Household, LifeEvent, Person } from '../../truth.ts';

type Benefit = Extract<LifeEvent, { kind: 'benefit' }>;

const otherSources = [
  'Unemployment',
  'SSI',
  'SSDI',
  'VADisabilityService',
  'VADisabilityNonService',
  'PrivateDisability',
  'WorkersComp',
  'GA',
  'SocSecRetirement',
  'Pension',
  'ChildSupport',
  'Alimony',
  'OtherIncomeSource',
] as const;
const otherBenefits = ['WIC', 'TANFTransportation', 'OtherTANF', 'OtherBenefitsSource'] as const;
const otherInsurances = [
  'Medicare',
  'SCHIP',
  'VHAServices',
  'EmployerProvided',
  'COBRA',
  'PrivatePay',
  'StateHealthIns',
  'IndianHealthServices',
  'OtherInsurance',
] as const;

/** HMIS 4.02 to 4.04 as an adult answers them on one day. Amounts are US dollars a month. */
export function incomeRow(person: Person, household: Household, on: string): Row {
  if (person.traps.includes('missingCodes')) return unanswered();
  const earned = earnings(person, on);
  const tanf = benefitOf(person, household, 'tanf', on);
  const cash = tanf?.applicant === person ? tanfAmount(tanf, household, on) : 0;
  const snap = benefitOf(person, household, 'snap', on) !== null;
  const childCare = tanf !== null && benefitOf(person, household, 'childCare', on) !== null;
  const medicaid = benefitOf(person, household, 'medicaid', on) !== null;
  return {
    IncomeFromAnySource: Number(earned + cash > 0),
    TotalMonthlyIncome: (earned + cash).toFixed(2),
    ...answer(otherSources, 0),
    ...source('Earned', earned),
    ...source('TANF', cash),
    BenefitsFromAnySource: Number(snap || childCare),
    ...answer(otherBenefits, 0),
    SNAP: Number(snap),
    TANFChildCare: Number(childCare),
    InsuranceFromAnySource: Number(medicaid),
    ...answer(otherInsurances, 0),
    Medicaid: Number(medicaid),
  };
}

function source(name: string, amount: number): Row {
  return amount > 0 ? { [name]: 1, [`${name}Amount`]: amount.toFixed(2) } : { [name]: 0 };
}

function answer(columns: readonly string[], code: number): Row {
  return Object.fromEntries(columns.map((column) => [column, code]));
}

/** Nobody asked about income; benefits the client didn't know of; insurance they wouldn't speak of. */
function unanswered(): Row {
  return {
    IncomeFromAnySource: 99,
    ...answer(['Earned', 'TANF', ...otherSources], 99),
    BenefitsFromAnySource: 8,
    ...answer(['SNAP', 'TANFChildCare', ...otherBenefits], 8),
    InsuranceFromAnySource: 9,
    ...answer(['Medicaid', ...otherInsurances], 9),
  };
}

function earnings({ events }: Person, on: string): number {
  return events
    .filter((event) => event.kind === 'employment')
    .filter(({ from, until }) => from <= on && (until === null || until > on))
    .reduce((sum, { monthlyEarnings }) => sum + monthlyEarnings, 0);
}

interface Claim {
  readonly applicant: Person;
  readonly benefit: Benefit;
}

/** What the unit is paid for the month of that day. */
function tanfAmount({ applicant, benefit }: Claim, { members }: Household, on: string): number {
  return monthlyAmount('tanf', unitOf(applicant, benefit, members), `${on.slice(0, 7)}-01`);
}

/** The benefit that the person lives on that day, with the one who applied for it; the event stands with them. */
function benefitOf(
  person: Person,
  { members }: Household,
  program: Benefit['program'],
  on: string,
): Claim | null {
  const claims = members.flatMap((applicant) =>
    applicant.events
      .filter((event) => event.kind === 'benefit')
      .filter((event) => event.program === program && event.unit.includes(person.number))
      .map((benefit) => ({ applicant, benefit })),
  );
  return claims.find(({ benefit }) => isActive(benefit, on)) ?? null;
}

function isActive({ from, until }: Benefit, on: string): boolean {
  return from !== null && from <= on && (until === null || until > on);
}
