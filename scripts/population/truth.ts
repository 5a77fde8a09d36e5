/**
 * The population as it really is. Agencies never see these types: each agency's recorder
 * (`./agencies/`) turns them into that agency's own imperfect rows.
 *
 * Dates are ISO 8601 calendar dates (`YYYY-MM-DD`) throughout; money is US dollars with two decimals.
 */

/** The day on which the generated world stands still: every record is as of this date. */
export const asOf = '2026-10-31';

/** The agencies that hold records of the population, by subgraph name. */
export type AgencyName = 'residents' | 'benefits' | 'housing' | 'behavioral-health' | 'justice';

export type Sex = 'female' | 'male';

export type RelationshipToHead =
  | 'head'
  | 'spouse'
  | 'partner'
  | 'child'
  | 'grandchild'
  | 'parent'
  | 'sibling'
  | 'otherRelative'
  | 'nonRelative';

/** HMIS FY2026 element 3.04, Race and Ethnicity. */
export type Race =
  | 'americanIndianOrAlaskaNative'
  | 'asian'
  | 'blackOrAfricanAmerican'
  | 'hispanicOrLatino'
  | 'middleEasternOrNorthAfrican'
  | 'nativeHawaiianOrPacificIslander'
  | 'white';

export interface PersonName {
  readonly given: string;
  readonly middle: string | null;
  readonly surname: string;
  readonly suffix: 'Jr' | 'Sr' | 'II' | 'III' | null;
}

export interface Address {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly county: string;
  /** USPS two-letter code. */
  readonly state: string;
  /** Five digits. */
  readonly postalCode: string;
}

/** An address with the time during which the person lived there; `until` is null while they do. */
export interface AddressPeriod extends Address {
  readonly from: string;
  readonly until: string | null;
}

export interface PhonePeriod {
  /** Ten digits; the exchange is always 555, so that no real subscriber is meant. */
  readonly number: string;
  readonly kind: 'mobile' | 'home' | 'work';
  readonly from: string;
  readonly until: string | null;
}

/**
 * What a person lives through; agencies record the part that happens at their counter.
 *
 * - `benefit` stands with the applicant only; the other members of the unit do not repeat it. One event is one
 *   unbroken spell, which may hold several certification periods; `from` is null when it was denied or is pending,
 *   `until` is null while it is active.
 * - `homelessness` stands with each of those who were homeless together, with the same dates and the same `together`.
 * - `marriage` stands with both spouses, `birthOfChild` with each parent in the household.
 * - Stays that confine a person (jail, residential treatment, hospital, shelter) never overlap.
 */
export type LifeEvent =
  | {
      readonly kind: 'employment';
      readonly from: string;
      readonly until: string | null;
      readonly employer: string;
      readonly monthlyEarnings: number;
    }
  | { readonly kind: 'marriage'; readonly on: string; readonly surnameBefore: string }
  | { readonly kind: 'birthOfChild'; readonly on: string; readonly child: number }
  | {
      readonly kind: 'benefit';
      readonly program: 'snap' | 'tanf' | 'medicaid' | 'childCare';
      readonly appliedOn: string;
      readonly from: string | null;
      readonly until: string | null;
      readonly outcome: 'active' | 'denied' | 'lapsed' | 'closed' | 'pending';
      /** Why it was denied, lapsed or closed; null otherwise. */
      readonly reason:
        'missedRecertification' | 'overIncome' | 'moved' | 'voluntary' | 'incarcerated' | 'died' | null;
      /** Person numbers of the members of the assistance unit, the person included. */
      readonly unit: readonly number[];
    }
  | {
      readonly kind: 'homelessness';
      readonly from: string;
      readonly until: string | null;
      readonly situation: 'unsheltered' | 'emergencyShelter' | 'doubledUp' | 'hotel' | 'transitional';
      /** Where the person came from on the day it began. */
      readonly cameFrom:
        'rental' | 'family' | 'friends' | 'jail' | 'detox' | 'psychiatricHospital' | 'fosterCare' | 'street';
      /** Where the person went when it ended; null while it lasts or when nobody knows. */
      readonly wentTo:
        | 'rentalWithSubsidy'
        | 'rentalWithoutSubsidy'
        | 'family'
        | 'friends'
        | 'jail'
        | 'street'
        | 'deceased'
        | null;
      /** Person numbers of those who were homeless together, the person included, the head first. */
      readonly together: readonly number[];
    }
  | {
      readonly kind: 'disability';
      readonly type: 'physical' | 'developmental' | 'chronic' | 'hiv' | 'mentalHealth' | 'substanceUse';
      readonly from: string;
      readonly indefinite: boolean;
    }
  | { readonly kind: 'domesticViolence'; readonly on: string; readonly fleeing: boolean }
  | {
      readonly kind: 'substanceUseTreatment';
      readonly from: string;
      readonly until: string | null;
      readonly setting:
        | 'detoxHospital'
        | 'detoxFreeStanding'
        | 'residentialShort'
        | 'residentialLong'
        | 'intensiveOutpatient'
        | 'outpatient'
        | 'ambulatoryDetox';
      readonly primarySubstance:
        | 'alcohol'
        | 'cocaine'
        | 'marijuana'
        | 'heroin'
        | 'otherOpiates'
        | 'methamphetamine'
        | 'benzodiazepine';
      readonly secondarySubstance:
        | 'alcohol'
        | 'cocaine'
        | 'marijuana'
        | 'heroin'
        | 'otherOpiates'
        | 'methamphetamine'
        | 'benzodiazepine'
        | null;
      readonly medication: 'methadone' | 'buprenorphine' | 'naltrexone' | null;
      readonly referredBy: 'self' | 'healthProvider' | 'court' | 'community' | 'school';
      readonly outcome:
        'completed' | 'droppedOut' | 'terminated' | 'transferred' | 'incarcerated' | 'died' | null;
    }
  | {
      readonly kind: 'mentalHealthEpisode';
      readonly from: string;
      readonly until: string | null;
      readonly setting: 'inpatient' | 'outpatient' | 'crisis';
      readonly diagnosis:
        'depressive' | 'bipolar' | 'schizophrenia' | 'anxiety' | 'traumaAndStressor' | 'attentionDeficit';
      readonly medication: string | null;
    }
  | {
      readonly kind: 'arrest';
      readonly on: string;
      readonly charges: readonly Charge[];
      readonly bailAmount: number | null;
      readonly bailPostedOn: string | null;
      readonly releasedOn: string | null;
      readonly releaseReason: 'bail' | 'recognizance' | 'timeServed' | 'dismissed' | 'transferred' | null;
      readonly disposition: 'convicted' | 'dismissed' | 'acquitted' | 'diverted' | 'pending';
      readonly disposedOn: string | null;
      readonly sealed: boolean;
      readonly juvenile: boolean;
      readonly domesticViolence: boolean;
    }
  | { readonly kind: 'fosterPlacement'; readonly from: string; readonly until: string | null };

/** NCIC uniform offence code with its literal. */
export interface Charge {
  readonly offenseCode: string;
  readonly description: string;
  readonly severity: 'felony' | 'misdemeanor' | 'infraction';
}

/** A situation that matching, linking or the law is known to get wrong; at least one person carries each. */
export type Trap =
  | 'twin'
  | 'fatherAndSonOfOneName'
  | 'maidenName'
  | 'twoLocalRecords'
  | 'defaultBirthDate'
  | 'noSocialSecurityNumber'
  | 'sharedSocialSecurityNumber'
  | 'doubledUp'
  | 'fosterYouth'
  | 'jailReleaseOfTreatmentPatient'
  | 'substanceUseInFourPlaces'
  | 'minorInOwnTreatment'
  | 'addressConfidential'
  | 'fleeingViolence'
  | 'hivAndSubstanceUse'
  | 'sealedCase'
  | 'juvenileRecord'
  | 'missingCodes'
  | 'bookingDetoxShelterLapse'
  | 'deceased'
  | 'childInPlacementWithParentInTreatment'
  | 'medicaidMotherFleeingViolence';

/** One person as they really are. */
export interface Person {
  /** 1, 2, 3 … over the whole population. */
  readonly number: number;
  /** What the resident index calls this person: 26 characters of Crockford base 32, opaque. */
  readonly residentId: string;
  /** Number of the household. */
  readonly household: number;
  readonly relationshipToHead: RelationshipToHead;
  readonly name: PersonName;
  /** Surname at birth, where it differs. */
  readonly birthSurname: string | null;
  /** What others call them, where it differs from the given name. */
  readonly nickname: string | null;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly deathDate: string | null;
  /** Nine digits that begin with 9, a range that is never issued as an SSN; null for those who have none. */
  readonly socialSecurityNumber: string | null;
  readonly races: readonly Race[];
  /** BCP 47 tags, the preferred one first. */
  readonly languages: readonly string[];
  readonly phones: readonly PhonePeriod[];
  readonly email: string | null;
  /** Oldest first, without overlap. */
  readonly addresses: readonly AddressPeriod[];
  readonly veteran: boolean;
  /** Takes part in the state's address confidentiality programme. */
  readonly addressConfidential: boolean;
  /** Number of the twin. */
  readonly twinOf: number | null;
  readonly traps: readonly Trap[];
  /** In the order of time. */
  readonly events: readonly LifeEvent[];
}

export interface Household {
  /** 1, 2, 3 … over the whole population. */
  readonly number: number;
  /** The head first. */
  readonly members: readonly Person[];
}
