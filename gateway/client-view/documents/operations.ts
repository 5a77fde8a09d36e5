// Written by `npm run documents` from the .graphql files of this folder and the supergraph.

import type { TypedDocument } from './typed-document.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why something is withheld. */
export type AccessReason =
  /** No agreement in force grants it. */
  | 'AGREEMENT'
  /** Not for the purpose of use that was stated, or none was. */
  | 'PURPOSE'
  /** Not for the caller's roles. */
  | 'ROLE'
  /** The resident has not consented. */
  | 'CONSENT'
  /** The caller doesn't work with the resident. */
  | 'RELATIONSHIP'
  /** A training is missing or has run out. */
  | 'TRAINING'
  /** It is not sure enough who the caller is (NIST SP 800-63-4). */
  | 'ASSURANCE'
  /** A law forbids it. */
  | 'STATUTE'
  /** The agency has stopped sharing it. */
  | 'RESTRICTION'
  /** It can't be decided now. */
  | 'UNDECIDABLE';

/** What can be done about something that is withheld. */
export type AccessRemedy =
  /** State a purpose of use, or another one. */
  | 'STATE_PURPOSE'
  /** Ask the resident for their consent. */
  | 'REQUEST_CONSENT'
  /** Have the agency record that the caller works with the resident. */
  | 'RECORD_RELATIONSHIP'
  /** In an emergency, open a break-glass session. */
  | 'BREAK_GLASS'
  /** Ask the agencies for an agreement. */
  | 'REQUEST_AGREEMENT'
  /** Complete the training. */
  | 'COMPLETE_TRAINING'
  /** Sign in with a higher assurance of identity. */
  | 'STEP_UP'
  /** Apply to a court. */
  | 'COURT_ORDER'
  /** Nothing. */
  | 'NONE';

/** What kind of agreement it is. */
export type AgreementKind =
  /** A memorandum of understanding. */
  | 'MEMORANDUM'
  /** A data-sharing agreement. */
  | 'DATA_SHARING_AGREEMENT'
  /** A licence to use data. */
  | 'DATA_USE_LICENCE'
  /** A computer matching agreement (5 USC 552a(o)). */
  | 'COMPUTER_MATCHING_AGREEMENT';

/** Whether what was received may be given on. */
export type AgreementRedisclosure =
  /** To nobody. */
  | 'FORBIDDEN'
  /** With the resident's consent. */
  | 'WITH_CONSENT'
  /** For the same purpose. */
  | 'SAME_PURPOSE';

/** How far the negotiation of an agreement has come. Only what is in force grants anything. */
export type AgreementStatus =
  /** One party writes it. */
  | 'DRAFT'
  /** It was handed to the other parties. */
  | 'PROPOSED'
  /** The parties' officers and counsel review it. */
  | 'UNDER_REVIEW'
  /** Every party has signed; it is not in force yet. */
  | 'SIGNED'
  /** It is in force while its term runs. */
  | 'IN_FORCE'
  /** It grants nothing until it is taken up again. */
  | 'SUSPENDED'
  /** It is over. */
  | 'ENDED';

/** Status of a case. */
export type BenefitsCaseStatus =
  /** A, active: benefits are being issued. */
  | 'ACTIVE'
  /** C, closed. */
  | 'CLOSED'
  /** D, denied: never opened. */
  | 'DENIED'
  /** P, pending: the application is not decided yet. */
  | 'PENDING';

/** Kind of income. */
export type BenefitsIncomeKind =
  /** WG, wages and salaries. */
  | 'WAGES'
  /** SE, self-employment. */
  | 'SELF_EMPLOYMENT'
  /** SI, Supplemental Security Income. */
  | 'SUPPLEMENTAL_SECURITY_INCOME'
  /** SS, Social Security retirement, survivors or disability. */
  | 'SOCIAL_SECURITY'
  /** CS, child support received. */
  | 'CHILD_SUPPORT';

/** How an income was verified. */
export type BenefitsIncomeVerification =
  /** P, pay stub. */
  | 'PAY_STUB'
  /** E, employer's statement. */
  | 'EMPLOYER_STATEMENT'
  /** A, award letter. */
  | 'AWARD_LETTER'
  /** S, the client's own statement. */
  | 'CLIENT_STATEMENT'
  /** N, not verified. */
  | 'NOT_VERIFIED';

/** Why a case was closed or an application denied. Some reasons say what other agencies protect. */
export type BenefitsReason =
  /** RC, the household did not complete its recertification in time (7 CFR 273.14). */
  | 'MISSED_RECERTIFICATION'
  /** IN, income above the limit (7 CFR 273.9). */
  | 'INCOME_ABOVE_LIMIT'
  /** MV, moved out of the state or not to be found. */
  | 'MOVED'
  /** VW, at the household's own request. */
  | 'VOLUNTARY_WITHDRAWAL'
  /** JL, resident of an institution: incarcerated (7 CFR 273.1(b)(7)). */
  | 'INCARCERATED'
  /** DD, died. */
  | 'DECEASED';

/** Whether the gateway asks an agency. */
export type BreakerState =
  /** It asks it. */
  | 'CLOSED'
  /** It tries with one request whether it answers again. */
  | 'HALF_OPEN'
  /** It leaves it alone for a while, because it failed again and again. */
  | 'OPEN';

/** What the review of a break-glass session found. */
export type BreakGlassOutcome =
  /** There was such an emergency, and the records were needed. */
  | 'JUSTIFIED'
  /** The records should not have been opened. */
  | 'NOT_JUSTIFIED';

/** The kind of an emergency. */
export type BreakGlassReason =
  /** A medical emergency in which consent can't be obtained (42 CFR 2.51). */
  | 'MEDICAL_EMERGENCY'
  /** Somebody's life or safety is in danger (45 CFR 164.512(j)). */
  | 'IMMINENT_DANGER'
  /** A child is in danger. */
  | 'CHILD_AT_RISK'
  /** A disaster. */
  | 'DISASTER';

/** Agreements in place of some that are in force. */
export type CompareAgreementsInput = {
  /** Agreements to add, each the text of its file; one with the id of another takes its place. At most 20. */
  readonly proposed?: ReadonlyArray<string>;
  /** Ids of agreements that would end. */
  readonly ended?: ReadonlyArray<string>;
  /** Ids of agreements that are known and not in force, to decide as if they were signed and their term ran. */
  readonly begun?: ReadonlyArray<string>;
  /** For when to decide; left out: now. */
  readonly at?: string | null | undefined;
};

/** What a consent lets be disclosed. */
export type ConsentKind =
  /** General release of information: never enough for what a law guards by itself. */
  | 'GENERAL'
  /** One consent for all future treatment, payment and operations (42 CFR 2.33). */
  | 'TREATMENT_PAYMENT_OPERATIONS'
  /** Names what is disclosed and to whom (42 CFR 2.31). */
  | 'SPECIFIC'
  /** For counselling or psychotherapy notes alone (42 CFR 2.31(b), 45 CFR 164.508(a)(2)). */
  | 'NOTES'
  /** Informed, written and limited in time, by the survivor (34 USC 12291(b)(2)(B)). */
  | 'VICTIM_SERVICES';

/** Which disclosures are asked for; what is left out doesn't matter. */
export type DisclosureFilter = {
  /** Codes of the purposes of use. */
  readonly purposesOfUse?: ReadonlyArray<string> | null | undefined;
  /** The agency that received. */
  readonly recipient?: string | null | undefined;
  /** The agency whose data it was. */
  readonly provider?: string | null | undefined;
  /** From when on. */
  readonly since?: string | null | undefined;
  /** Before when. */
  readonly until?: string | null | undefined;
  /** The person who received, by the subject of their token. */
  readonly subject?: string | null | undefined;
  /** The resident. */
  readonly residentId?: string | null | undefined;
  /** Id of the break-glass session that opened it. */
  readonly breakGlass?: string | null | undefined;
};

/** Whether an answer left with what was decided. */
export type DisclosureOutcome =
  /** An answer left. */
  | 'ANSWERED'
  /** The request was refused, and no agency asked. */
  | 'REFUSED'
  /** Agencies were asked, and no answer left. */
  | 'UNDELIVERED';

/** HMIS list 1.8, No/Yes/Reasons for Missing Data; also used where list 1.7 (No/Yes/Missing) applies. */
export type HousingAnswer =
  /** 0. No. */
  | 'NO'
  /** 1. Yes. */
  | 'YES'
  /** 8. The client does not know. A value, not a gap. */
  | 'CLIENT_DOES_NOT_KNOW'
  /** 9. The client prefers not to answer. A value, not a gap. */
  | 'CLIENT_PREFERS_NOT_TO_ANSWER'
  /** 99. Nobody asked or wrote it down. A value, not a gap, and not the same as withheld. */
  | 'DATA_NOT_COLLECTED';

/** HMIS 4.19.4 Assessment Level. */
export type HousingAssessmentLevel =
  /** 1. Crisis needs assessment. */
  | 'CRISIS_NEEDS'
  /** 2. Housing needs assessment. */
  | 'HOUSING_NEEDS';

/** HMIS 4.12 Current Living Situation: where the client stays on the day of the contact. Some values are health, justice or child-welfare facts in themselves. */
export type HousingCurrentSituation =
  /** 116. A vehicle, an abandoned building, a station or anywhere outside. */
  | 'PLACE_NOT_MEANT_FOR_HABITATION'
  /** 101. Emergency shelter, a hotel or motel paid for with a shelter voucher, or a host home shelter. */
  | 'EMERGENCY_SHELTER'
  /** 118. Safe haven. */
  | 'SAFE_HAVEN'
  /** 215. Foster care home or foster care group home. */
  | 'FOSTER_CARE'
  /** 206. Hospital or other residential medical facility that is not psychiatric. */
  | 'HOSPITAL'
  /** 207. Jail, prison or juvenile detention facility. */
  | 'JAIL_OR_PRISON'
  /** 225. Long-term care facility or nursing home. */
  | 'LONG_TERM_CARE'
  /** 204. Psychiatric hospital or other psychiatric facility. */
  | 'PSYCHIATRIC_FACILITY'
  /** 205. Substance use treatment facility or detox center. */
  | 'SUBSTANCE_USE_TREATMENT_OR_DETOX'
  /** 302. Transitional housing for homeless persons, homeless youth included. */
  | 'TRANSITIONAL_HOUSING'
  /** 329. Residential project or halfway house without homeless criteria. */
  | 'HALFWAY_HOUSE'
  /** 314. Hotel or motel paid for without an emergency shelter voucher. */
  | 'HOTEL_WITHOUT_VOUCHER'
  /** 332. Host home that is not for a crisis. */
  | 'HOST_HOME'
  /** 336. A friend's room, apartment or house: doubled up, not literally homeless. */
  | 'WITH_FRIENDS'
  /** 335. A family member's room, apartment or house: doubled up, not literally homeless. */
  | 'WITH_FAMILY'
  /** 410. Rental by the client without ongoing housing subsidy. */
  | 'RENTAL_WITHOUT_SUBSIDY'
  /** 435. Rental by the client with ongoing housing subsidy. */
  | 'RENTAL_WITH_SUBSIDY'
  /** 421. Owned by the client with ongoing housing subsidy. */
  | 'OWNED_WITH_SUBSIDY'
  /** 411. Owned by the client without ongoing housing subsidy. */
  | 'OWNED_WITHOUT_SUBSIDY'
  /** 17. Other. */
  | 'OTHER'
  /** 37. The worker could not determine it. */
  | 'WORKER_UNABLE_TO_DETERMINE'
  /** 8. The client does not know. A value, not a gap. */
  | 'CLIENT_DOES_NOT_KNOW'
  /** 9. The client prefers not to answer. A value, not a gap. */
  | 'CLIENT_PREFERS_NOT_TO_ANSWER'
  /** 99. Nobody asked or wrote it down. A value, not a gap, and not the same as withheld. */
  | 'DATA_NOT_COLLECTED';

/** HMIS 3.12 Destination: where the client stays after the project exit. Codes 327 and 426 (moves between HOPWA projects) are facts about HIV: they stand as OTHER here and in full in `hopwaDestination`. */
export type HousingDestination =
  /** 116. A vehicle, an abandoned building, a station or anywhere outside. */
  | 'PLACE_NOT_MEANT_FOR_HABITATION'
  /** 101. Emergency shelter, a hotel or motel paid for with a shelter voucher, or a host home shelter. */
  | 'EMERGENCY_SHELTER'
  /** 118. Safe haven. */
  | 'SAFE_HAVEN'
  /** 215. Foster care home or foster care group home. */
  | 'FOSTER_CARE'
  /** 206. Hospital or other residential medical facility that is not psychiatric. */
  | 'HOSPITAL'
  /** 207. Jail, prison or juvenile detention facility. */
  | 'JAIL_OR_PRISON'
  /** 225. Long-term care facility or nursing home. */
  | 'LONG_TERM_CARE'
  /** 204. Psychiatric hospital or other psychiatric facility. */
  | 'PSYCHIATRIC_FACILITY'
  /** 205. Substance use treatment facility or detox center. */
  | 'SUBSTANCE_USE_TREATMENT_OR_DETOX'
  /** 302. Transitional housing for homeless persons, homeless youth included. */
  | 'TRANSITIONAL_HOUSING'
  /** 329. Residential project or halfway house without homeless criteria. */
  | 'HALFWAY_HOUSE'
  /** 314. Hotel or motel paid for without an emergency shelter voucher. */
  | 'HOTEL_WITHOUT_VOUCHER'
  /** 332. Host home that is not for a crisis. */
  | 'HOST_HOME'
  /** 312. With family, temporary tenure. */
  | 'WITH_FAMILY_TEMPORARY'
  /** 313. With friends, temporary tenure. */
  | 'WITH_FRIENDS_TEMPORARY'
  /** 422. With family, permanent tenure. */
  | 'WITH_FAMILY_PERMANENT'
  /** 423. With friends, permanent tenure. */
  | 'WITH_FRIENDS_PERMANENT'
  /** 410. Rental by the client without ongoing housing subsidy. */
  | 'RENTAL_WITHOUT_SUBSIDY'
  /** 435. Rental by the client with ongoing housing subsidy. */
  | 'RENTAL_WITH_SUBSIDY'
  /** 421. Owned by the client with ongoing housing subsidy. */
  | 'OWNED_WITH_SUBSIDY'
  /** 411. Owned by the client without ongoing housing subsidy. */
  | 'OWNED_WITHOUT_SUBSIDY'
  /** 17. Other. */
  | 'OTHER'
  /** 24. Deceased. */
  | 'DECEASED'
  /** 30. No exit interview completed. */
  | 'NO_EXIT_INTERVIEW'
  /** 8. The client does not know. A value, not a gap. */
  | 'CLIENT_DOES_NOT_KNOW'
  /** 9. The client prefers not to answer. A value, not a gap. */
  | 'CLIENT_PREFERS_NOT_TO_ANSWER'
  /** 99. Nobody asked or wrote it down. A value, not a gap, and not the same as withheld. */
  | 'DATA_NOT_COLLECTED';

/** HMIS 4.19.7 Prioritization Status. */
export type HousingPrioritizationStatus =
  /** 1. Placed on the prioritization list. */
  | 'PLACED'
  /** 2. Not placed on the prioritization list. */
  | 'NOT_PLACED';

/** HMIS 2.02.6 Project Type. */
export type HousingProjectType =
  /** 0. Emergency shelter, entry/exit. */
  | 'EMERGENCY_SHELTER_ENTRY_EXIT'
  /** 1. Emergency shelter, night-by-night. */
  | 'EMERGENCY_SHELTER_NIGHT_BY_NIGHT'
  /** 2. Transitional housing. */
  | 'TRANSITIONAL_HOUSING'
  /** 3. Permanent supportive housing; disability required for entry. */
  | 'PERMANENT_SUPPORTIVE_HOUSING'
  /** 4. Street outreach. */
  | 'STREET_OUTREACH'
  /** 6. Services only. */
  | 'SERVICES_ONLY'
  /** 7. Other. */
  | 'OTHER'
  /** 8. Safe haven. */
  | 'SAFE_HAVEN'
  /** 9. Permanent housing, housing only. */
  | 'HOUSING_ONLY'
  /** 10. Permanent housing with services; no disability required for entry. */
  | 'HOUSING_WITH_SERVICES'
  /** 11. Day shelter. */
  | 'DAY_SHELTER'
  /** 12. Homelessness prevention. */
  | 'HOMELESSNESS_PREVENTION'
  /** 13. Rapid re-housing. */
  | 'RAPID_REHOUSING'
  /** 14. Coordinated entry. */
  | 'COORDINATED_ENTRY';

/** HMIS 3.15 Relationship to Head of Household. */
export type HousingRelationshipToHeadOfHousehold =
  /** 1. Self: the head of household. */
  | 'SELF'
  /** 2. Child of the head of household. */
  | 'CHILD'
  /** 3. Spouse or partner of the head of household. */
  | 'SPOUSE_OR_PARTNER'
  /** 4. Other relative of the head of household. */
  | 'OTHER_RELATIVE'
  /** 5. Unrelated household member. */
  | 'UNRELATED'
  /** 99. Nobody asked or wrote it down. A value, not a gap, and not the same as withheld. */
  | 'DATA_NOT_COLLECTED';

/** Whether a case is open. */
export type JusticeCaseStatus =
  /** Open. */
  | 'OPEN'
  /** Disposed. */
  | 'DISPOSED';

/** The kind of case. */
export type JusticeCaseType =
  /** Criminal, at least one felony. */
  | 'FELONY'
  /** Criminal, at least one misdemeanor and no felony. */
  | 'MISDEMEANOR'
  /** Infractions only. */
  | 'INFRACTION'
  /** Juvenile delinquency. */
  | 'JUVENILE_DELINQUENCY';

/** How a charge ended. */
export type JusticeDisposition =
  /** Convicted, by plea or verdict. */
  | 'CONVICTED'
  /** Dismissed. */
  | 'DISMISSED'
  /** Acquitted. */
  | 'ACQUITTED'
  /** Diverted to a programme instead of prosecution. */
  | 'DIVERTED';

/** Whether a hearing is still to come. */
export type JusticeHearingStatus =
  /** Scheduled and not yet held. */
  | 'SCHEDULED'
  /** Held. */
  | 'HELD'
  /** Cancelled or continued to another day. */
  | 'CANCELLED';

/** What a hearing is for. */
export type JusticeHearingType =
  /** Arraignment. */
  | 'ARRAIGNMENT'
  /** Pretrial conference. */
  | 'PRETRIAL'
  /** Trial. */
  | 'TRIAL'
  /** Disposition or sentencing. */
  | 'DISPOSITION';

/** Why a person was released from detention. */
export type JusticeReleaseReason =
  /** Bail was posted. */
  | 'BAIL'
  /** On the person's own recognizance. */
  | 'RECOGNIZANCE'
  /** The time was served. */
  | 'TIME_SERVED'
  /** The charges were dismissed. */
  | 'CHARGES_DISMISSED'
  /** Transferred to another agency's custody. */
  | 'TRANSFERRED';

/** How grave a charge is. */
export type JusticeSeverity =
  /** Felony. */
  | 'FELONY'
  /** Misdemeanor. */
  | 'MISDEMEANOR'
  /** Infraction. */
  | 'INFRACTION';

/** The kind of supervision. */
export type JusticeSupervisionType =
  /** Probation. */
  | 'PROBATION'
  /** Supervision by a diversion programme. */
  | 'DIVERSION';

/** Group under which somebody is eligible (T-MSIS ELIGIBILITY-GROUP, those that this agency uses). */
export type MedicaidEligibilityGroup =
  /** 01, parents and other caretaker relatives (42 CFR 435.110). */
  | 'PARENTS_AND_CARETAKER_RELATIVES'
  /** 05, pregnant women (42 CFR 435.116). */
  | 'PREGNANT_WOMEN'
  /** 07, infants and children under age 19 (42 CFR 435.118). */
  | 'CHILDREN_UNDER_19'
  /** 08, children with Title IV-E adoption assistance, foster care or guardianship care (42 CFR 435.145). */
  | 'CHILDREN_IN_FOSTER_CARE'
  /** 09, former foster care children (42 CFR 435.150). */
  | 'FORMER_FOSTER_CARE_CHILDREN'
  /** 11, individuals receiving SSI (42 CFR 435.120). */
  | 'RECEIVING_SSI'
  /** 46, poverty level aged or disabled. */
  | 'POVERTY_LEVEL_AGED_OR_DISABLED'
  /** 72, adult group: individuals at or below 133 % of the poverty level, age 19 through 64 (42 CFR 435.119). */
  | 'ADULT_GROUP';

/** MH-TEDS, Treatment Service/Setting of mental health care. */
export type MentalHealthSetting =
  /** 72 State psychiatric hospital. */
  | 'STATE_PSYCHIATRIC_HOSPITAL'
  /** 73 Community-based programme that the State mental health agency funds or operates. */
  | 'COMMUNITY_PROGRAM'
  /** 74 Residential treatment centre. */
  | 'RESIDENTIAL_TREATMENT_CENTER'
  /** 75 Other psychiatric inpatient. */
  | 'OTHER_PSYCHIATRIC_INPATIENT'
  /** 76 Institution under the justice system. */
  | 'JUSTICE_INSTITUTION';

/** An emergency for which records are to be opened. */
export type OpenBreakGlassInput = {
  /** The resident. */
  readonly residentId: string;
  /** The agencies whose records are needed. */
  readonly agencies: ReadonlyArray<string>;
  /** The kind of emergency. */
  readonly reason: BreakGlassReason;
  /** The emergency in plain words, 10 to 2,000 characters; reviewers and the resident read it. */
  readonly justification: string;
  /** How long the records stay open, 1 to 240 minutes. */
  readonly minutes?: number;
};

/** What can be decided. */
export type PolicyDecisionKind =
  /** It may be disclosed. */
  | 'PERMIT'
  /** It may not be disclosed. */
  | 'DENY'
  /** It depends on facts about the resident. */
  | 'UNDETERMINED';

/** A consent that is to be recorded. */
export type RecordConsentInput = {
  /** The resident who consents. */
  readonly residentId: string;
  /** Its kind. */
  readonly kind: ConsentKind;
  /** The agency that may disclose. */
  readonly discloser: string;
  /** Agencies that may receive. */
  readonly recipientAgencies?: ReadonlyArray<string>;
  /** Persons who may receive, by the subject of their token. */
  readonly recipientSubjects?: ReadonlyArray<string>;
  /** Whether whoever treats the resident may receive. */
  readonly isGeneralDesignation?: boolean;
  /** Data categories of the disclosing agency that may be disclosed. */
  readonly categories: ReadonlyArray<string>;
  /** Codes of the purposes of use. */
  readonly purposesOfUse: ReadonlyArray<string>;
  /** From when it counts; left out: from now. */
  readonly validFrom?: string | null | undefined;
  /** Until when it counts; left out: without end. */
  readonly validUntil?: string | null | undefined;
};

/** What binds somebody to a resident. */
export type RelationshipKind =
  /** The resident is on their caseload. */
  | 'CASELOAD'
  /** They treat the resident (42 CFR 2.11, treating provider relationship). */
  | 'TREATING'
  /** They seek or keep a placement for the resident. */
  | 'PLACEMENT'
  /** They live in the resident's household. */
  | 'HOUSEHOLD'
  /** They are the resident's parent or guardian. */
  | 'GUARDIAN'
  /** They supervise the resident for a court (probation, parole). */
  | 'SUPERVISION';

/** How well a birth date is known (HMIS 3.03 Date of Birth Data Quality). */
export type ResidentBirthDateQuality =
  /** 1, full date reported. */
  | 'FULL_REPORTED'
  /** 2, approximate or partial date; never enough to match a record by machine. */
  | 'APPROXIMATE_OR_PARTIAL'
  /** 8, the client doesn't know. */
  | 'CLIENT_DOES_NOT_KNOW'
  /** 9, the client prefers not to answer. */
  | 'CLIENT_PREFERS_NOT_TO_ANSWER'
  /** 99, data not collected. */
  | 'DATA_NOT_COLLECTED';

/** Relationship of a member to the head of the household. */
export type ResidentHouseholdRelationship =
  /** The head of the household. */
  | 'HEAD'
  /** Spouse of the head. */
  | 'SPOUSE'
  /** Unmarried partner of the head. */
  | 'PARTNER'
  /** Child of the head, step and adoptive children included. */
  | 'CHILD'
  /** Grandchild of the head. */
  | 'GRANDCHILD'
  /** Parent of the head. */
  | 'PARENT'
  /** Brother or sister of the head. */
  | 'SIBLING'
  /** Another relative of the head. */
  | 'OTHER_RELATIVE'
  /** Not related to the head. */
  | 'NON_RELATIVE';

/** Kind of a name (FHIR name-use). */
export type ResidentNameUse =
  /** The name in use on official papers. */
  | 'OFFICIAL'
  /** A surname before marriage. */
  | 'MAIDEN'
  /** What others call the resident. */
  | 'NICKNAME'
  /** An official name of an earlier time. */
  | 'OLD';

/** Use of a phone number (FHIR contact-point-use). */
export type ResidentPhoneUse =
  /** A mobile phone. */
  | 'MOBILE'
  /** A phone at home, which others of the household may answer. */
  | 'HOME'
  /** A phone at work. */
  | 'WORK';

/** An identifier that a search can be made by. */
export type ResidentSearchIdentifier =
  /** A given name or nickname. */
  | 'GIVEN_NAME'
  /** A present or former surname. */
  | 'SURNAME'
  /** The birth date. */
  | 'BIRTH_DATE'
  /** The last four digits of the Social Security number. */
  | 'SOCIAL_SECURITY_NUMBER_LAST_FOUR'
  /** The first line of a present or former address. */
  | 'ADDRESS_LINE'
  /** The ZIP code of a present or former address. */
  | 'POSTAL_CODE'
  /** A phone number. */
  | 'PHONE'
  /** An e-mail address. */
  | 'EMAIL';

/** What is known of a person who is looked for (FHIR Patient/$match, NIEM nc:PersonSearchCriteria). Each identifier left out is not compared. */
export type ResidentSearchInput = {
  /** Given name or nickname (NIEM nc:PersonGivenName); upper and lower case, accents, punctuation and slips of the pen do not matter; its first three letters are enough beside another identifier. May be in the surname's place. */
  readonly givenName?: string | null | undefined;
  /** Surname, present or former (NIEM nc:PersonSurName); compared like the given name. */
  readonly surname?: string | null | undefined;
  /** Birth date (HMIS 3.03). */
  readonly birthDate?: string | null | undefined;
  /** Birth date of which only the year, or year and month, is known (FHIR date): `1961` or `1961-03`. It tells those apart who agree otherwise, and is none of the two identifiers that are needed. */
  readonly partialBirthDate?: string | null | undefined;
  /** Last four digits of the Social Security number (HMIS 3.02, quality 2). Never enough alone. */
  readonly socialSecurityNumberLastFour?: string | null | undefined;
  /** First line of an address, present or former: house number and street (NIEM nc:LocationStreet). */
  readonly addressLine?: string | null | undefined;
  /** Five-digit ZIP code, present or former (NIEM nc:LocationPostalCode). */
  readonly postalCode?: string | null | undefined;
  /** Ten-digit phone number (NIEM nc:TelephoneNumberID); a strong identifier. */
  readonly phone?: string | null | undefined;
  /** E-mail address (NIEM nc:ContactEmailID); a strong identifier. */
  readonly email?: string | null | undefined;
};

/** Sex (HMIS FY2026 3.06). */
export type ResidentSex =
  /** 0, female. */
  | 'FEMALE'
  /** 1, male. */
  | 'MALE'
  /** 8, the client doesn't know. */
  | 'CLIENT_DOES_NOT_KNOW'
  /** 9, the client prefers not to answer. */
  | 'CLIENT_PREFERS_NOT_TO_ANSWER'
  /** 99, data not collected. */
  | 'DATA_NOT_COLLECTED';

/** What became of an id of the resident index. */
export type ResidentStatus =
  /** In use. */
  | 'ACTIVE'
  /** Merged into another resident, whom `replacedBy` names; never used again. */
  | 'MERGED'
  /** Withdrawn because no person stands behind it; never used again. */
  | 'RETIRED';

/** What the caller's agency is to stop sharing. */
export type RestrictAgencyInput = {
  /** Data categories of the agency; left out: everything. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** Why, 3 to 2,000 characters. */
  readonly reason: string;
};

/** A finding that is to be written down. */
export type ReviewBreakGlassInput = {
  /** The session's id. */
  readonly sessionId: string;
  /** What was found. */
  readonly outcome: BreakGlassOutcome;
  /** The finding in words, 3 to 2,000 characters. */
  readonly remark: string;
};

/** TEDS DIS, Reason for Discharge. */
export type TreatmentDischargeReason =
  /** 01 Treatment completed. */
  | 'COMPLETED'
  /** 02 Left against professional advice: dropped out. */
  | 'DROPPED_OUT'
  /** 03 Terminated by the facility. */
  | 'TERMINATED_BY_FACILITY'
  /** 04 Transferred to another treatment programme or facility. */
  | 'TRANSFERRED'
  /** 05 Incarcerated. */
  | 'INCARCERATED'
  /** 06 Death. */
  | 'DEATH'
  /** 07 Other. */
  | 'OTHER'
  /** 97 Unknown. */
  | 'UNKNOWN'
  /** 98 Not collected. */
  | 'NOT_COLLECTED';

/** Medication for opioid or alcohol use disorder. The State's own list. */
export type TreatmentMedicationName =
  /** Methadone, dispensed by an opioid treatment programme (42 CFR 8.11). */
  | 'METHADONE'
  /** Buprenorphine, alone or with naloxone. */
  | 'BUPRENORPHINE'
  /** Naltrexone, by mouth or as an injection. */
  | 'NALTREXONE'
  /** Acamprosate. */
  | 'ACAMPROSATE'
  /** Disulfiram. */
  | 'DISULFIRAM';

/** TEDS MDS 18, Type of Service. */
export type TreatmentServiceSetting =
  /** 01 Detoxification, 24-hour service, hospital inpatient. */
  | 'DETOX_HOSPITAL_INPATIENT'
  /** 02 Detoxification, 24-hour service, free-standing residential. */
  | 'DETOX_FREE_STANDING_RESIDENTIAL'
  /** 03 Rehabilitation or residential, hospital other than detoxification. */
  | 'REHABILITATION_HOSPITAL'
  /** 04 Rehabilitation or residential, short term: 30 days or fewer. */
  | 'REHABILITATION_SHORT_TERM'
  /** 05 Rehabilitation or residential, long term: more than 30 days. */
  | 'REHABILITATION_LONG_TERM'
  /** 06 Ambulatory, intensive outpatient. */
  | 'AMBULATORY_INTENSIVE_OUTPATIENT'
  /** 07 Ambulatory, non-intensive outpatient. */
  | 'AMBULATORY_OUTPATIENT'
  /** 08 Ambulatory, detoxification. */
  | 'AMBULATORY_DETOX'
  /** 96 Not applicable: used for co-dependent or collateral clients only. */
  | 'NOT_APPLICABLE';

export type AgreementsQueryVariables = Exact<{ [key: string]: never }>;

export type AgreementsQuery = {
  readonly agreements: ReadonlyArray<{
    readonly id: string;
    readonly version: number | null;
    readonly title: string | null;
    readonly kind: AgreementKind | null;
    readonly status: AgreementStatus | null;
    readonly isInForce: boolean | null;
    readonly provider: string | null;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly missingSignatures: ReadonlyArray<string> | null;
    readonly recipients: ReadonlyArray<{
      readonly agency: string | null;
      readonly roles: ReadonlyArray<string> | null;
      readonly applications: ReadonlyArray<string> | null;
    }> | null;
    readonly grants: ReadonlyArray<{ readonly categories: ReadonlyArray<string> | null }> | null;
  }> | null;
};

export type AgreementsInFullQueryVariables = Exact<{ [key: string]: never }>;

export type AgreementsInFullQuery = {
  readonly agreements: ReadonlyArray<{
    readonly isInForce: boolean | null;
    readonly missingSignatures: ReadonlyArray<string> | null;
    readonly id: string;
    readonly version: number | null;
    readonly title: string | null;
    readonly kind: AgreementKind | null;
    readonly status: AgreementStatus | null;
    readonly provider: string | null;
    readonly legalAuthority: ReadonlyArray<string> | null;
    readonly redisclosure: AgreementRedisclosure | null;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly contentHash: string | null;
    readonly earlierVersions: ReadonlyArray<{
      readonly id: string;
      readonly version: number | null;
      readonly title: string | null;
      readonly kind: AgreementKind | null;
      readonly status: AgreementStatus | null;
      readonly provider: string | null;
      readonly legalAuthority: ReadonlyArray<string> | null;
      readonly redisclosure: AgreementRedisclosure | null;
      readonly startsOn: string | null;
      readonly endsOn: string | null;
      readonly contentHash: string | null;
      readonly recipients: ReadonlyArray<{
        readonly agency: string | null;
        readonly roles: ReadonlyArray<string> | null;
        readonly applications: ReadonlyArray<string> | null;
      }> | null;
      readonly history: ReadonlyArray<{
        readonly status: AgreementStatus | null;
        readonly on: string | null;
      }> | null;
      readonly signatures: ReadonlyArray<{
        readonly officer: string | null;
        readonly office: string | null;
        readonly agency: string | null;
        readonly signedOn: string | null;
        readonly isOfThisContent: boolean | null;
      }> | null;
      readonly grants: ReadonlyArray<{
        readonly clause: string | null;
        readonly categories: ReadonlyArray<string> | null;
        readonly purposes: ReadonlyArray<string> | null;
        readonly consents: ReadonlyArray<string> | null;
        readonly relationships: ReadonlyArray<string> | null;
        readonly trainings: ReadonlyArray<string> | null;
        readonly assuranceLevel: number | null;
        readonly isOwnRecord: boolean | null;
        readonly breakGlass: boolean | null;
        readonly obligations: ReadonlyArray<string> | null;
        readonly transforms: ReadonlyArray<{
          readonly coordinate: string | null;
          readonly transform: string | null;
        }> | null;
      }> | null;
    }> | null;
    readonly recipients: ReadonlyArray<{
      readonly agency: string | null;
      readonly roles: ReadonlyArray<string> | null;
      readonly applications: ReadonlyArray<string> | null;
    }> | null;
    readonly history: ReadonlyArray<{
      readonly status: AgreementStatus | null;
      readonly on: string | null;
    }> | null;
    readonly signatures: ReadonlyArray<{
      readonly officer: string | null;
      readonly office: string | null;
      readonly agency: string | null;
      readonly signedOn: string | null;
      readonly isOfThisContent: boolean | null;
    }> | null;
    readonly grants: ReadonlyArray<{
      readonly clause: string | null;
      readonly categories: ReadonlyArray<string> | null;
      readonly purposes: ReadonlyArray<string> | null;
      readonly consents: ReadonlyArray<string> | null;
      readonly relationships: ReadonlyArray<string> | null;
      readonly trainings: ReadonlyArray<string> | null;
      readonly assuranceLevel: number | null;
      readonly isOwnRecord: boolean | null;
      readonly breakGlass: boolean | null;
      readonly obligations: ReadonlyArray<string> | null;
      readonly transforms: ReadonlyArray<{
        readonly coordinate: string | null;
        readonly transform: string | null;
      }> | null;
    }> | null;
  }> | null;
};

export type AgreementInFullFragment = {
  readonly id: string;
  readonly version: number | null;
  readonly title: string | null;
  readonly kind: AgreementKind | null;
  readonly status: AgreementStatus | null;
  readonly provider: string | null;
  readonly legalAuthority: ReadonlyArray<string> | null;
  readonly redisclosure: AgreementRedisclosure | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly contentHash: string | null;
  readonly recipients: ReadonlyArray<{
    readonly agency: string | null;
    readonly roles: ReadonlyArray<string> | null;
    readonly applications: ReadonlyArray<string> | null;
  }> | null;
  readonly history: ReadonlyArray<{
    readonly status: AgreementStatus | null;
    readonly on: string | null;
  }> | null;
  readonly signatures: ReadonlyArray<{
    readonly officer: string | null;
    readonly office: string | null;
    readonly agency: string | null;
    readonly signedOn: string | null;
    readonly isOfThisContent: boolean | null;
  }> | null;
  readonly grants: ReadonlyArray<{
    readonly clause: string | null;
    readonly categories: ReadonlyArray<string> | null;
    readonly purposes: ReadonlyArray<string> | null;
    readonly consents: ReadonlyArray<string> | null;
    readonly relationships: ReadonlyArray<string> | null;
    readonly trainings: ReadonlyArray<string> | null;
    readonly assuranceLevel: number | null;
    readonly isOwnRecord: boolean | null;
    readonly breakGlass: boolean | null;
    readonly obligations: ReadonlyArray<string> | null;
    readonly transforms: ReadonlyArray<{
      readonly coordinate: string | null;
      readonly transform: string | null;
    }> | null;
  }> | null;
};

export type BehavioralHealthAgainQueryVariables = Exact<{
  id: string;
}>;

export type BehavioralHealthAgainQuery = {
  readonly resident: {
    readonly id: string;
    readonly behavioralHealth: {
      readonly substanceUseTreatment: {
        readonly admissions: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly id: string;
              readonly admissionDate: string | null;
              readonly serviceSetting: TreatmentServiceSetting | null;
              readonly provider: { readonly name: string | null; readonly city: string | null } | null;
              readonly medications: ReadonlyArray<{
                readonly medication: TreatmentMedicationName | null;
                readonly startDate: string | null;
                readonly endDate: string | null;
              }> | null;
              readonly discharge: {
                readonly dischargeDate: string | null;
                readonly reason: TreatmentDischargeReason | null;
              } | null;
              readonly counselingNotes: ReadonlyArray<{
                readonly sessionDate: string | null;
                readonly text: string | null;
              }> | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly mentalHealth: {
        readonly episodes: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly id: string;
              readonly admissionDate: string | null;
              readonly dischargeDate: string | null;
              readonly setting: MentalHealthSetting | null;
              readonly isCrisisService: boolean | null;
              readonly provider: { readonly name: string | null; readonly city: string | null } | null;
            } | null;
          }>;
        } | null;
      } | null;
    } | null;
  } | null;
};

export type BehavioralHealthFragment = {
  readonly behavioralHealth: {
    readonly substanceUseTreatment: {
      readonly admissions: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly admissionDate: string | null;
            readonly serviceSetting: TreatmentServiceSetting | null;
            readonly provider: { readonly name: string | null; readonly city: string | null } | null;
            readonly medications: ReadonlyArray<{
              readonly medication: TreatmentMedicationName | null;
              readonly startDate: string | null;
              readonly endDate: string | null;
            }> | null;
            readonly discharge: {
              readonly dischargeDate: string | null;
              readonly reason: TreatmentDischargeReason | null;
            } | null;
            readonly counselingNotes: ReadonlyArray<{
              readonly sessionDate: string | null;
              readonly text: string | null;
            }> | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly mentalHealth: {
      readonly episodes: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly admissionDate: string | null;
            readonly dischargeDate: string | null;
            readonly setting: MentalHealthSetting | null;
            readonly isCrisisService: boolean | null;
            readonly provider: { readonly name: string | null; readonly city: string | null } | null;
          } | null;
        }>;
      } | null;
    } | null;
  } | null;
};

export type BenefitsAgainQueryVariables = Exact<{
  id: string;
}>;

export type BenefitsAgainQuery = {
  readonly resident: {
    readonly id: string;
    readonly benefits: {
      readonly snap: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly caseNumber: string | null;
              readonly status: BenefitsCaseStatus | null;
              readonly openedOn: string | null;
              readonly closedOn: string | null;
              readonly closureReason: BenefitsReason | null;
              readonly recertificationDueOn: string | null;
              readonly issuances: {
                readonly edges: ReadonlyArray<{
                  readonly node: { readonly amount: string | null; readonly issuedOn: string | null } | null;
                }>;
              } | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly tanf: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly caseNumber: string | null;
              readonly status: BenefitsCaseStatus | null;
              readonly openedOn: string | null;
              readonly closedOn: string | null;
              readonly closureReason: BenefitsReason | null;
              readonly recertificationDueOn: string | null;
              readonly monthsTowardsLimit: number | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly medicaid: {
        readonly enrollments: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly eligibilityGroup: MedicaidEligibilityGroup | null;
              readonly effectiveOn: string | null;
              readonly endsOn: string | null;
              readonly renewalDueOn: string | null;
              readonly terminationReason: BenefitsReason | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly childCare: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly caseNumber: string | null;
              readonly status: BenefitsCaseStatus | null;
              readonly openedOn: string | null;
              readonly closedOn: string | null;
              readonly closureReason: BenefitsReason | null;
              readonly recertificationDueOn: string | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly incomes: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly kind: BenefitsIncomeKind | null;
            readonly monthlyAmount: string | null;
            readonly payer: string | null;
            readonly verification: BenefitsIncomeVerification | null;
            readonly from: string | null;
            readonly until: string | null;
          } | null;
        }>;
      } | null;
    } | null;
  } | null;
};

export type BenefitsFragment = {
  readonly benefits: {
    readonly snap: {
      readonly cases: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly caseNumber: string | null;
            readonly status: BenefitsCaseStatus | null;
            readonly openedOn: string | null;
            readonly closedOn: string | null;
            readonly closureReason: BenefitsReason | null;
            readonly recertificationDueOn: string | null;
            readonly issuances: {
              readonly edges: ReadonlyArray<{
                readonly node: { readonly amount: string | null; readonly issuedOn: string | null } | null;
              }>;
            } | null;
            readonly caseworker: { readonly office: string | null; readonly workPhone: string | null } | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly tanf: {
      readonly cases: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly caseNumber: string | null;
            readonly status: BenefitsCaseStatus | null;
            readonly openedOn: string | null;
            readonly closedOn: string | null;
            readonly closureReason: BenefitsReason | null;
            readonly recertificationDueOn: string | null;
            readonly monthsTowardsLimit: number | null;
            readonly caseworker: { readonly office: string | null; readonly workPhone: string | null } | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly medicaid: {
      readonly enrollments: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly eligibilityGroup: MedicaidEligibilityGroup | null;
            readonly effectiveOn: string | null;
            readonly endsOn: string | null;
            readonly renewalDueOn: string | null;
            readonly terminationReason: BenefitsReason | null;
            readonly caseworker: { readonly office: string | null; readonly workPhone: string | null } | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly childCare: {
      readonly cases: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly caseNumber: string | null;
            readonly status: BenefitsCaseStatus | null;
            readonly openedOn: string | null;
            readonly closedOn: string | null;
            readonly closureReason: BenefitsReason | null;
            readonly recertificationDueOn: string | null;
            readonly caseworker: { readonly office: string | null; readonly workPhone: string | null } | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly incomes: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly kind: BenefitsIncomeKind | null;
          readonly monthlyAmount: string | null;
          readonly payer: string | null;
          readonly verification: BenefitsIncomeVerification | null;
          readonly from: string | null;
          readonly until: string | null;
        } | null;
      }>;
    } | null;
  } | null;
};

export type OpenBreakGlassMutationVariables = Exact<{
  input: OpenBreakGlassInput;
}>;

export type OpenBreakGlassMutation = {
  readonly openBreakGlass: { readonly id: string; readonly endsAt: string | null } | null;
};

export type CloseBreakGlassMutationVariables = Exact<{
  id: string;
}>;

export type CloseBreakGlassMutation = {
  readonly closeBreakGlass: { readonly id: string; readonly closedAt: string | null } | null;
};

export type BreakGlassReviewsQueryVariables = Exact<{
  onlyPending: boolean;
  after?: string | null | undefined;
}>;

export type BreakGlassReviewsQuery = {
  readonly breakGlassReviews: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly agency: string | null;
        readonly notifiedAt: string | null;
        readonly dueAt: string | null;
        readonly isOverdue: boolean | null;
        readonly reviewedAt: string | null;
        readonly reviewedBy: string | null;
        readonly outcome: BreakGlassOutcome | null;
        readonly remark: string | null;
        readonly session: {
          readonly id: string;
          readonly subject: string | null;
          readonly subjectAgency: string | null;
          readonly agencies: ReadonlyArray<string> | null;
          readonly reason: BreakGlassReason | null;
          readonly justification: string | null;
          readonly openedAt: string | null;
          readonly endsAt: string | null;
          readonly closedAt: string | null;
        } | null;
      } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type ReviewBreakGlassMutationVariables = Exact<{
  input: ReviewBreakGlassInput;
}>;

export type ReviewBreakGlassMutation = {
  readonly reviewBreakGlass: {
    readonly reviewedAt: string | null;
    readonly outcome: BreakGlassOutcome | null;
  } | null;
};

export type CaseloadQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type CaseloadQuery = {
  readonly myCaseload: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly kind: RelationshipKind | null;
        readonly validFrom: string | null;
        readonly validUntil: string | null;
        readonly resident: {
          readonly id: string;
          readonly status: ResidentStatus | null;
          readonly birthDate: string | null;
          readonly name: { readonly given: string | null; readonly surname: string | null } | null;
          readonly currentAddress: { readonly city: string | null } | null;
        } | null;
      } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;

export type RecordConsentMutation = { readonly recordConsent: { readonly id: string } | null };

export type RevokeConsentMutationVariables = Exact<{
  id: string;
}>;

export type RevokeConsentMutation = {
  readonly revokeConsent: { readonly id: string; readonly revokedAt: string | null } | null;
};

export type DisclosuresQueryVariables = Exact<{
  id: string;
  filter?: DisclosureFilter | null | undefined;
  after?: string | null | undefined;
}>;

export type DisclosuresQuery = {
  readonly resident: {
    readonly id: string;
    readonly name: {
      readonly given: string | null;
      readonly middle: string | null;
      readonly surname: string | null;
      readonly suffix: string | null;
    } | null;
    readonly disclosures: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly log: string | null;
          readonly sequence: number | null;
          readonly recordedAt: string | null;
          readonly outcome: DisclosureOutcome | null;
          readonly subject: string | null;
          readonly recipient: string | null;
          readonly purposeOfUse: string | null;
          readonly breakGlass: string | null;
          readonly decisions: ReadonlyArray<{
            readonly isPermitted: boolean | null;
            readonly categories: ReadonlyArray<string> | null;
          }> | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
};

export type AgencyHealthQueryVariables = Exact<{ [key: string]: never }>;

export type AgencyHealthQuery = {
  readonly agencyHealth: ReadonlyArray<{
    readonly agency: string | null;
    readonly breaker: BreakerState | null;
    readonly answered: number | null;
    readonly medianMilliseconds: number | null;
    readonly slowMilliseconds: number | null;
    readonly schemaVersion: string | null;
    readonly since: string | null;
    readonly asOf: string | null;
    readonly failures: ReadonlyArray<{ readonly code: string | null; readonly count: number | null }> | null;
    readonly latencies: ReadonlyArray<{
      readonly atMostMilliseconds: number | null;
      readonly count: number | null;
    }> | null;
  }> | null;
};

export type HousingAgainQueryVariables = Exact<{
  id: string;
}>;

export type HousingAgainQuery = {
  readonly resident: {
    readonly id: string;
    readonly housing: {
      readonly enrollments: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly entryDate: string | null;
            readonly moveInDate: string | null;
            readonly relationshipToHeadOfHousehold: HousingRelationshipToHeadOfHousehold | null;
            readonly disablingCondition: HousingAnswer | null;
            readonly updatedAt: string | null;
            readonly project: {
              readonly name: string | null;
              readonly type: HousingProjectType | null;
              readonly organization: { readonly name: string | null } | null;
            } | null;
            readonly exit: {
              readonly date: string | null;
              readonly destination: HousingDestination | null;
            } | null;
            readonly hivAids: ReadonlyArray<{
              readonly informationDate: string | null;
              readonly response: HousingAnswer | null;
            }> | null;
            readonly domesticViolence: ReadonlyArray<{
              readonly informationDate: string | null;
              readonly survivor: HousingAnswer | null;
              readonly isCurrentlyFleeing: HousingAnswer | null;
            }> | null;
            readonly incomeAndBenefits: ReadonlyArray<{
              readonly informationDate: string | null;
              readonly totalMonthlyIncome: string | null;
            }> | null;
            readonly currentLivingSituations: {
              readonly edges: ReadonlyArray<{
                readonly node: {
                  readonly informationDate: string | null;
                  readonly situation: HousingCurrentSituation | null;
                  readonly mustLeaveWithinFourteenDays: HousingAnswer | null;
                } | null;
              }>;
            } | null;
            readonly coordinatedEntryAssessments: ReadonlyArray<{
              readonly date: string | null;
              readonly level: HousingAssessmentLevel | null;
              readonly prioritizationStatus: HousingPrioritizationStatus | null;
            }> | null;
          } | null;
        }>;
      } | null;
    } | null;
  } | null;
};

export type HousingFragment = {
  readonly housing: {
    readonly enrollments: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly entryDate: string | null;
          readonly moveInDate: string | null;
          readonly relationshipToHeadOfHousehold: HousingRelationshipToHeadOfHousehold | null;
          readonly disablingCondition: HousingAnswer | null;
          readonly updatedAt: string | null;
          readonly project: {
            readonly name: string | null;
            readonly type: HousingProjectType | null;
            readonly organization: { readonly name: string | null } | null;
          } | null;
          readonly exit: {
            readonly date: string | null;
            readonly destination: HousingDestination | null;
          } | null;
          readonly hivAids: ReadonlyArray<{
            readonly informationDate: string | null;
            readonly response: HousingAnswer | null;
          }> | null;
          readonly domesticViolence: ReadonlyArray<{
            readonly informationDate: string | null;
            readonly survivor: HousingAnswer | null;
            readonly isCurrentlyFleeing: HousingAnswer | null;
          }> | null;
          readonly incomeAndBenefits: ReadonlyArray<{
            readonly informationDate: string | null;
            readonly totalMonthlyIncome: string | null;
          }> | null;
          readonly currentLivingSituations: {
            readonly edges: ReadonlyArray<{
              readonly node: {
                readonly informationDate: string | null;
                readonly situation: HousingCurrentSituation | null;
                readonly mustLeaveWithinFourteenDays: HousingAnswer | null;
              } | null;
            }>;
          } | null;
          readonly coordinatedEntryAssessments: ReadonlyArray<{
            readonly date: string | null;
            readonly level: HousingAssessmentLevel | null;
            readonly prioritizationStatus: HousingPrioritizationStatus | null;
          }> | null;
        } | null;
      }>;
    } | null;
  } | null;
};

export type JusticeAgainQueryVariables = Exact<{
  id: string;
}>;

export type JusticeAgainQuery = {
  readonly resident: {
    readonly id: string;
    readonly justice: {
      readonly bookings: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly bookingDate: string | null;
            readonly bookingAgency: string | null;
            readonly detentionFacility: { readonly name: string | null } | null;
            readonly release: {
              readonly releaseDate: string | null;
              readonly reason: JusticeReleaseReason | null;
            } | null;
            readonly charges: ReadonlyArray<{
              readonly description: string | null;
              readonly severity: JusticeSeverity | null;
            }> | null;
          } | null;
        }>;
      } | null;
      readonly cases: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly caseNumber: string | null;
            readonly court: string | null;
            readonly caseType: JusticeCaseType | null;
            readonly status: JusticeCaseStatus | null;
            readonly filingDate: string | null;
            readonly charges: ReadonlyArray<{
              readonly description: string | null;
              readonly severity: JusticeSeverity | null;
              readonly disposition: JusticeDisposition | null;
            }> | null;
          } | null;
        }>;
      } | null;
      readonly nextHearing: {
        readonly scheduledFor: string | null;
        readonly type: JusticeHearingType | null;
        readonly courtroom: string | null;
      } | null;
      readonly hearings: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly scheduledFor: string | null;
            readonly type: JusticeHearingType | null;
            readonly status: JusticeHearingStatus | null;
          } | null;
        }>;
      } | null;
      readonly supervisions: ReadonlyArray<{
        readonly type: JusticeSupervisionType | null;
        readonly startDate: string | null;
        readonly endDate: string | null;
        readonly officer: string | null;
        readonly officerPhone: string | null;
      }> | null;
    } | null;
  } | null;
};

export type JusticeFragment = {
  readonly justice: {
    readonly bookings: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly id: string;
          readonly bookingDate: string | null;
          readonly bookingAgency: string | null;
          readonly detentionFacility: { readonly name: string | null } | null;
          readonly release: {
            readonly releaseDate: string | null;
            readonly reason: JusticeReleaseReason | null;
          } | null;
          readonly charges: ReadonlyArray<{
            readonly description: string | null;
            readonly severity: JusticeSeverity | null;
          }> | null;
        } | null;
      }>;
    } | null;
    readonly cases: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly id: string;
          readonly caseNumber: string | null;
          readonly court: string | null;
          readonly caseType: JusticeCaseType | null;
          readonly status: JusticeCaseStatus | null;
          readonly filingDate: string | null;
          readonly charges: ReadonlyArray<{
            readonly description: string | null;
            readonly severity: JusticeSeverity | null;
            readonly disposition: JusticeDisposition | null;
          }> | null;
        } | null;
      }>;
    } | null;
    readonly nextHearing: {
      readonly scheduledFor: string | null;
      readonly type: JusticeHearingType | null;
      readonly courtroom: string | null;
    } | null;
    readonly hearings: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly id: string;
          readonly scheduledFor: string | null;
          readonly type: JusticeHearingType | null;
          readonly status: JusticeHearingStatus | null;
        } | null;
      }>;
    } | null;
    readonly supervisions: ReadonlyArray<{
      readonly type: JusticeSupervisionType | null;
      readonly startDate: string | null;
      readonly endDate: string | null;
      readonly officer: string | null;
      readonly officerPhone: string | null;
    }> | null;
  } | null;
};

export type LedgerSearchQueryVariables = Exact<{
  filter?: DisclosureFilter | null | undefined;
  after?: string | null | undefined;
}>;

export type LedgerSearchQuery = {
  readonly disclosuresOfMyAgency: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly log: string | null;
        readonly sequence: number | null;
        readonly recordedAt: string | null;
        readonly outcome: DisclosureOutcome | null;
        readonly subject: string | null;
        readonly recipient: string | null;
        readonly roles: ReadonlyArray<string> | null;
        readonly purposeOfUse: string | null;
        readonly breakGlass: string | null;
        readonly resident: { readonly id: string } | null;
        readonly decisions: ReadonlyArray<{
          readonly isPermitted: boolean | null;
          readonly categories: ReadonlyArray<string> | null;
          readonly fields: ReadonlyArray<string> | null;
          readonly agreements: ReadonlyArray<string> | null;
          readonly authorities: ReadonlyArray<string> | null;
        }> | null;
        readonly proof: {
          readonly leafHash: string | null;
          readonly sequence: number | null;
          readonly size: number | null;
          readonly path: ReadonlyArray<string> | null;
          readonly checkpoint: string | null;
          readonly verifierKey: string | null;
        } | null;
      } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type SeenQueryVariables = Exact<{
  session: string;
  after?: string | null | undefined;
}>;

export type SeenQuery = {
  readonly disclosuresOfMyAgency: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly log: string | null;
        readonly sequence: number | null;
        readonly recordedAt: string | null;
        readonly outcome: DisclosureOutcome | null;
        readonly decisions: ReadonlyArray<{
          readonly isPermitted: boolean | null;
          readonly categories: ReadonlyArray<string> | null;
          readonly fields: ReadonlyArray<string> | null;
        }> | null;
      } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type ResidentQueryVariables = Exact<{
  id: string;
}>;

export type ResidentQuery = {
  readonly resident: {
    readonly id: string;
    readonly status: ResidentStatus | null;
    readonly birthDate: string | null;
    readonly birthDateQuality: ResidentBirthDateQuality | null;
    readonly deathDate: string | null;
    readonly sex: ResidentSex | null;
    readonly languages: ReadonlyArray<string> | null;
    readonly replacedBy: { readonly id: string } | null;
    readonly name: {
      readonly given: string | null;
      readonly middle: string | null;
      readonly surname: string | null;
      readonly suffix: string | null;
    } | null;
    readonly names: ReadonlyArray<{
      readonly use: ResidentNameUse | null;
      readonly from: string | null;
      readonly until: string | null;
      readonly given: string | null;
      readonly middle: string | null;
      readonly surname: string | null;
      readonly suffix: string | null;
    }> | null;
    readonly currentAddress: {
      readonly line1: string | null;
      readonly line2: string | null;
      readonly city: string | null;
      readonly state: string | null;
      readonly postalCode: string | null;
      readonly from: string | null;
      readonly until: string | null;
      readonly isSubstitute: boolean | null;
    } | null;
    readonly addresses: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly line1: string | null;
          readonly line2: string | null;
          readonly city: string | null;
          readonly state: string | null;
          readonly postalCode: string | null;
          readonly from: string | null;
          readonly until: string | null;
          readonly isSubstitute: boolean | null;
        } | null;
      }>;
    } | null;
    readonly phones: ReadonlyArray<{
      readonly number: string | null;
      readonly use: ResidentPhoneUse | null;
      readonly until: string | null;
    }> | null;
    readonly emails: ReadonlyArray<{ readonly address: string | null; readonly until: string | null }> | null;
    readonly household: {
      readonly members: ReadonlyArray<{
        readonly relationshipToHead: ResidentHouseholdRelationship | null;
        readonly from: string | null;
        readonly source: string | null;
        readonly asOf: string | null;
        readonly resident: {
          readonly id: string;
          readonly birthDate: string | null;
          readonly name: {
            readonly given: string | null;
            readonly middle: string | null;
            readonly surname: string | null;
            readonly suffix: string | null;
          } | null;
        } | null;
      }> | null;
    } | null;
    readonly goldenRecord: { readonly asOf: string | null } | null;
    readonly access: {
      readonly categories: ReadonlyArray<{
        readonly category: string | null;
        readonly isPermitted: boolean | null;
        readonly reason: AccessReason | null;
        readonly authority: string | null;
        readonly remedy: AccessRemedy | null;
      }> | null;
    } | null;
    readonly consents: ReadonlyArray<{
      readonly id: string;
      readonly kind: ConsentKind | null;
      readonly discloser: string | null;
      readonly recipientAgencies: ReadonlyArray<string> | null;
      readonly recipientSubjects: ReadonlyArray<string> | null;
      readonly isGeneralDesignation: boolean | null;
      readonly categories: ReadonlyArray<string> | null;
      readonly purposesOfUse: ReadonlyArray<string> | null;
      readonly validFrom: string | null;
      readonly validUntil: string | null;
      readonly revokedAt: string | null;
      readonly recordedByAgency: string | null;
    }> | null;
    readonly relationships: ReadonlyArray<{
      readonly id: string;
      readonly kind: RelationshipKind | null;
      readonly subject: string | null;
      readonly agency: string | null;
      readonly validFrom: string | null;
      readonly validUntil: string | null;
      readonly endedAt: string | null;
    }> | null;
    readonly breakGlassSessions: {
      readonly edges: ReadonlyArray<{
        readonly node: {
          readonly id: string;
          readonly subject: string | null;
          readonly subjectAgency: string | null;
          readonly agencies: ReadonlyArray<string> | null;
          readonly reason: BreakGlassReason | null;
          readonly openedAt: string | null;
          readonly endsAt: string | null;
          readonly closedAt: string | null;
        } | null;
      }>;
    } | null;
    readonly benefits: {
      readonly snap: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly caseNumber: string | null;
              readonly status: BenefitsCaseStatus | null;
              readonly openedOn: string | null;
              readonly closedOn: string | null;
              readonly closureReason: BenefitsReason | null;
              readonly recertificationDueOn: string | null;
              readonly issuances: {
                readonly edges: ReadonlyArray<{
                  readonly node: { readonly amount: string | null; readonly issuedOn: string | null } | null;
                }>;
              } | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly tanf: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly caseNumber: string | null;
              readonly status: BenefitsCaseStatus | null;
              readonly openedOn: string | null;
              readonly closedOn: string | null;
              readonly closureReason: BenefitsReason | null;
              readonly recertificationDueOn: string | null;
              readonly monthsTowardsLimit: number | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly medicaid: {
        readonly enrollments: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly eligibilityGroup: MedicaidEligibilityGroup | null;
              readonly effectiveOn: string | null;
              readonly endsOn: string | null;
              readonly renewalDueOn: string | null;
              readonly terminationReason: BenefitsReason | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly childCare: {
        readonly cases: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly caseNumber: string | null;
              readonly status: BenefitsCaseStatus | null;
              readonly openedOn: string | null;
              readonly closedOn: string | null;
              readonly closureReason: BenefitsReason | null;
              readonly recertificationDueOn: string | null;
              readonly caseworker: {
                readonly office: string | null;
                readonly workPhone: string | null;
              } | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly incomes: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly kind: BenefitsIncomeKind | null;
            readonly monthlyAmount: string | null;
            readonly payer: string | null;
            readonly verification: BenefitsIncomeVerification | null;
            readonly from: string | null;
            readonly until: string | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly housing: {
      readonly enrollments: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly entryDate: string | null;
            readonly moveInDate: string | null;
            readonly relationshipToHeadOfHousehold: HousingRelationshipToHeadOfHousehold | null;
            readonly disablingCondition: HousingAnswer | null;
            readonly updatedAt: string | null;
            readonly project: {
              readonly name: string | null;
              readonly type: HousingProjectType | null;
              readonly organization: { readonly name: string | null } | null;
            } | null;
            readonly exit: {
              readonly date: string | null;
              readonly destination: HousingDestination | null;
            } | null;
            readonly hivAids: ReadonlyArray<{
              readonly informationDate: string | null;
              readonly response: HousingAnswer | null;
            }> | null;
            readonly domesticViolence: ReadonlyArray<{
              readonly informationDate: string | null;
              readonly survivor: HousingAnswer | null;
              readonly isCurrentlyFleeing: HousingAnswer | null;
            }> | null;
            readonly incomeAndBenefits: ReadonlyArray<{
              readonly informationDate: string | null;
              readonly totalMonthlyIncome: string | null;
            }> | null;
            readonly currentLivingSituations: {
              readonly edges: ReadonlyArray<{
                readonly node: {
                  readonly informationDate: string | null;
                  readonly situation: HousingCurrentSituation | null;
                  readonly mustLeaveWithinFourteenDays: HousingAnswer | null;
                } | null;
              }>;
            } | null;
            readonly coordinatedEntryAssessments: ReadonlyArray<{
              readonly date: string | null;
              readonly level: HousingAssessmentLevel | null;
              readonly prioritizationStatus: HousingPrioritizationStatus | null;
            }> | null;
          } | null;
        }>;
      } | null;
    } | null;
    readonly behavioralHealth: {
      readonly substanceUseTreatment: {
        readonly admissions: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly id: string;
              readonly admissionDate: string | null;
              readonly serviceSetting: TreatmentServiceSetting | null;
              readonly provider: { readonly name: string | null; readonly city: string | null } | null;
              readonly medications: ReadonlyArray<{
                readonly medication: TreatmentMedicationName | null;
                readonly startDate: string | null;
                readonly endDate: string | null;
              }> | null;
              readonly discharge: {
                readonly dischargeDate: string | null;
                readonly reason: TreatmentDischargeReason | null;
              } | null;
              readonly counselingNotes: ReadonlyArray<{
                readonly sessionDate: string | null;
                readonly text: string | null;
              }> | null;
            } | null;
          }>;
        } | null;
      } | null;
      readonly mentalHealth: {
        readonly episodes: {
          readonly edges: ReadonlyArray<{
            readonly node: {
              readonly id: string;
              readonly admissionDate: string | null;
              readonly dischargeDate: string | null;
              readonly setting: MentalHealthSetting | null;
              readonly isCrisisService: boolean | null;
              readonly provider: { readonly name: string | null; readonly city: string | null } | null;
            } | null;
          }>;
        } | null;
      } | null;
    } | null;
    readonly justice: {
      readonly bookings: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly bookingDate: string | null;
            readonly bookingAgency: string | null;
            readonly detentionFacility: { readonly name: string | null } | null;
            readonly release: {
              readonly releaseDate: string | null;
              readonly reason: JusticeReleaseReason | null;
            } | null;
            readonly charges: ReadonlyArray<{
              readonly description: string | null;
              readonly severity: JusticeSeverity | null;
            }> | null;
          } | null;
        }>;
      } | null;
      readonly cases: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly caseNumber: string | null;
            readonly court: string | null;
            readonly caseType: JusticeCaseType | null;
            readonly status: JusticeCaseStatus | null;
            readonly filingDate: string | null;
            readonly charges: ReadonlyArray<{
              readonly description: string | null;
              readonly severity: JusticeSeverity | null;
              readonly disposition: JusticeDisposition | null;
            }> | null;
          } | null;
        }>;
      } | null;
      readonly nextHearing: {
        readonly scheduledFor: string | null;
        readonly type: JusticeHearingType | null;
        readonly courtroom: string | null;
      } | null;
      readonly hearings: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly scheduledFor: string | null;
            readonly type: JusticeHearingType | null;
            readonly status: JusticeHearingStatus | null;
          } | null;
        }>;
      } | null;
      readonly supervisions: ReadonlyArray<{
        readonly type: JusticeSupervisionType | null;
        readonly startDate: string | null;
        readonly endDate: string | null;
        readonly officer: string | null;
        readonly officerPhone: string | null;
      }> | null;
    } | null;
  } | null;
};

export type NameFragment = {
  readonly given: string | null;
  readonly middle: string | null;
  readonly surname: string | null;
  readonly suffix: string | null;
};

export type AddressFragment = {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly isSubstitute: boolean | null;
};

export type ConsentFragment = {
  readonly id: string;
  readonly kind: ConsentKind | null;
  readonly discloser: string | null;
  readonly recipientAgencies: ReadonlyArray<string> | null;
  readonly recipientSubjects: ReadonlyArray<string> | null;
  readonly isGeneralDesignation: boolean | null;
  readonly categories: ReadonlyArray<string> | null;
  readonly purposesOfUse: ReadonlyArray<string> | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly revokedAt: string | null;
  readonly recordedByAgency: string | null;
};

export type BreakGlassFragment = {
  readonly id: string;
  readonly subject: string | null;
  readonly subjectAgency: string | null;
  readonly agencies: ReadonlyArray<string> | null;
  readonly reason: BreakGlassReason | null;
  readonly openedAt: string | null;
  readonly endsAt: string | null;
  readonly closedAt: string | null;
};

export type RestrictionsQueryVariables = Exact<{ [key: string]: never }>;

export type RestrictionsQuery = {
  readonly restrictions: ReadonlyArray<{
    readonly id: string;
    readonly agency: string | null;
    readonly categories: ReadonlyArray<string> | null;
    readonly reason: string | null;
    readonly since: string | null;
    readonly liftedAt: string | null;
  }> | null;
};

export type RestrictAgencyMutationVariables = Exact<{
  input: RestrictAgencyInput;
}>;

export type RestrictAgencyMutation = {
  readonly restrictAgency: { readonly id: string; readonly since: string | null } | null;
};

export type LiftRestrictionMutationVariables = Exact<{
  id: string;
}>;

export type LiftRestrictionMutation = {
  readonly liftRestriction: { readonly id: string; readonly liftedAt: string | null } | null;
};

export type SearchQueryVariables = Exact<{
  input: ResidentSearchInput;
}>;

export type SearchQuery = {
  readonly searchResidents: {
    readonly isTooBroad: boolean | null;
    readonly edges: ReadonlyArray<{
      readonly matchedOn: ReadonlyArray<ResidentSearchIdentifier> | null;
      readonly node: {
        readonly id: string;
        readonly status: ResidentStatus | null;
        readonly birthDate: string | null;
        readonly name: {
          readonly given: string | null;
          readonly middle: string | null;
          readonly surname: string | null;
        } | null;
        readonly currentAddress: {
          readonly city: string | null;
          readonly isSubstitute: boolean | null;
        } | null;
        readonly access: {
          readonly categories: ReadonlyArray<{
            readonly isPermitted: boolean | null;
            readonly reason: AccessReason | null;
          }> | null;
        } | null;
      } | null;
    }>;
  } | null;
};

export type RoleAccessQueryVariables = Exact<{
  role: string;
  agency: string;
  application?: string | null | undefined;
  purposeOfUse?: string | null | undefined;
  at?: string | null | undefined;
}>;

export type RoleAccessQuery = {
  readonly roleAccess: ReadonlyArray<{
    readonly purposeOfUse: string | null;
    readonly subject: string | null;
    readonly decision: {
      readonly kind: PolicyDecisionKind | null;
      readonly citations: ReadonlyArray<string> | null;
      readonly obligations: ReadonlyArray<string> | null;
      readonly reason: AccessReason | null;
      readonly authority: string | null;
      readonly remedy: AccessRemedy | null;
      readonly agreement: string | null;
      readonly isConcealed: boolean | null;
      readonly agreements: ReadonlyArray<{
        readonly id: string | null;
        readonly version: number | null;
        readonly clause: string | null;
      }> | null;
      readonly transforms: ReadonlyArray<{
        readonly coordinate: string | null;
        readonly transform: string | null;
      }> | null;
    } | null;
  }> | null;
};

export type CompareAgreementsQueryVariables = Exact<{
  input: CompareAgreementsInput;
}>;

export type CompareAgreementsQuery = {
  readonly compareAgreements: {
    readonly changeCount: number | null;
    readonly changes: ReadonlyArray<{
      readonly purposeOfUse: string | null;
      readonly category: string | null;
      readonly requester: {
        readonly agency: string | null;
        readonly role: string | null;
        readonly application: string | null;
      } | null;
      readonly before: {
        readonly kind: PolicyDecisionKind | null;
        readonly citations: ReadonlyArray<string> | null;
        readonly obligations: ReadonlyArray<string> | null;
        readonly reason: AccessReason | null;
        readonly authority: string | null;
        readonly remedy: AccessRemedy | null;
        readonly agreement: string | null;
        readonly isConcealed: boolean | null;
        readonly agreements: ReadonlyArray<{
          readonly id: string | null;
          readonly version: number | null;
          readonly clause: string | null;
        }> | null;
        readonly transforms: ReadonlyArray<{
          readonly coordinate: string | null;
          readonly transform: string | null;
        }> | null;
      } | null;
      readonly after: {
        readonly kind: PolicyDecisionKind | null;
        readonly citations: ReadonlyArray<string> | null;
        readonly obligations: ReadonlyArray<string> | null;
        readonly reason: AccessReason | null;
        readonly authority: string | null;
        readonly remedy: AccessRemedy | null;
        readonly agreement: string | null;
        readonly isConcealed: boolean | null;
        readonly agreements: ReadonlyArray<{
          readonly id: string | null;
          readonly version: number | null;
          readonly clause: string | null;
        }> | null;
        readonly transforms: ReadonlyArray<{
          readonly coordinate: string | null;
          readonly transform: string | null;
        }> | null;
      } | null;
    }> | null;
    readonly operations: ReadonlyArray<{
      readonly documentId: string | null;
      readonly operationName: string | null;
      readonly requesters: ReadonlyArray<string> | null;
      readonly losses: ReadonlyArray<{
        readonly path: string | null;
        readonly coordinate: string | null;
      }> | null;
    }> | null;
  } | null;
};

export type DecisionFragment = {
  readonly kind: PolicyDecisionKind | null;
  readonly citations: ReadonlyArray<string> | null;
  readonly obligations: ReadonlyArray<string> | null;
  readonly reason: AccessReason | null;
  readonly authority: string | null;
  readonly remedy: AccessRemedy | null;
  readonly agreement: string | null;
  readonly isConcealed: boolean | null;
  readonly agreements: ReadonlyArray<{
    readonly id: string | null;
    readonly version: number | null;
    readonly clause: string | null;
  }> | null;
  readonly transforms: ReadonlyArray<{
    readonly coordinate: string | null;
    readonly transform: string | null;
  }> | null;
};

export type UsesQueryVariables = Exact<{
  since: string;
}>;

export type UsesQuery = {
  readonly usesOfMyAgency: {
    readonly since: string | null;
    readonly until: string | null;
    readonly days: ReadonlyArray<{
      readonly name: string | null;
      readonly shown: number | null;
      readonly withheld: number | null;
    }> | null;
    readonly fields: ReadonlyArray<{
      readonly name: string | null;
      readonly shown: number | null;
      readonly withheld: number | null;
    }> | null;
    readonly purposes: ReadonlyArray<{
      readonly name: string | null;
      readonly shown: number | null;
      readonly withheld: number | null;
    }> | null;
    readonly recipients: ReadonlyArray<{
      readonly name: string | null;
      readonly shown: number | null;
      readonly withheld: number | null;
    }> | null;
    readonly subjects: ReadonlyArray<{
      readonly name: string | null;
      readonly shown: number | null;
      readonly withheld: number | null;
    }> | null;
  } | null;
};

export type UseFragment = {
  readonly name: string | null;
  readonly shown: number | null;
  readonly withheld: number | null;
};

export const agencyHealthDocument: TypedDocument<AgencyHealthQuery, AgencyHealthQueryVariables> = {
  id: 'e104fe3e4b15efeda2d708c5060f4a826f70c2b59afc714573b2e0cd14c8de0f',
};

export const agreementsDocument: TypedDocument<AgreementsQuery, AgreementsQueryVariables> = {
  id: '3f994f8acfdb688b416bf42f1bdec042fb9332062dc2f1f63969fe06093cf8af',
};

export const agreementsInFullDocument: TypedDocument<AgreementsInFullQuery, AgreementsInFullQueryVariables> =
  { id: '952e9100f706ada0341cc5efd9918051b6c1e25c096f2e55d5214b9980c3e01f' };

export const behavioralHealthAgainDocument: TypedDocument<
  BehavioralHealthAgainQuery,
  BehavioralHealthAgainQueryVariables
> = { id: '3d2fef89f64f9bf07fe8d401945d48b974ff05a3eaefce522a594dd7129676e6' };

export const benefitsAgainDocument: TypedDocument<BenefitsAgainQuery, BenefitsAgainQueryVariables> = {
  id: '710a943cd92aaa2bbd8622f4552eda0367bcf29ae36393154df4415d6dbc8d47',
};

export const breakGlassReviewsDocument: TypedDocument<
  BreakGlassReviewsQuery,
  BreakGlassReviewsQueryVariables
> = { id: '101a79841dafe1c3a8f4b1d90d539d6f812c1fea1e069e9e2765d70f1382a2da' };

export const caseloadDocument: TypedDocument<CaseloadQuery, CaseloadQueryVariables> = {
  id: '840c07c6a9a594741ac56da7a12fe4e2afe291602d5bd056525be2782545cf58',
};

export const closeBreakGlassDocument: TypedDocument<
  CloseBreakGlassMutation,
  CloseBreakGlassMutationVariables
> = { id: '96875b2dd396f2fb639eb38f33f24cdbd6964b56062b9d637f75b12a09415d52' };

export const compareAgreementsDocument: TypedDocument<
  CompareAgreementsQuery,
  CompareAgreementsQueryVariables
> = { id: 'cffb4b35e31c096a98ff2182f2df3a2d06ba686e409ecd8566319ee21fde15c4' };

export const disclosuresDocument: TypedDocument<DisclosuresQuery, DisclosuresQueryVariables> = {
  id: 'b1a7774dcf514ccb95588269a42bdb0808b69da96d50af823004b2d73ebf502f',
};

export const housingAgainDocument: TypedDocument<HousingAgainQuery, HousingAgainQueryVariables> = {
  id: 'a20993e2ab349148bbfe036bd8592930bb55df7a86bbaa97fb42dc07efe55997',
};

export const justiceAgainDocument: TypedDocument<JusticeAgainQuery, JusticeAgainQueryVariables> = {
  id: '8bd609aeda731f40dbdf068320e6ebfc48f582c83bbc441b219a4ce14ccc328f',
};

export const ledgerSearchDocument: TypedDocument<LedgerSearchQuery, LedgerSearchQueryVariables> = {
  id: '81fe329fadd7f47292d1a3ff546be086a023e8aae19af7bc0517bd46b86dc10b',
};

export const liftRestrictionDocument: TypedDocument<
  LiftRestrictionMutation,
  LiftRestrictionMutationVariables
> = { id: 'e881baf9a568f112d5c368e3f410f6afe4ad8d2d62d4bc8d192fd3e38f9a6591' };

export const openBreakGlassDocument: TypedDocument<OpenBreakGlassMutation, OpenBreakGlassMutationVariables> =
  { id: '54a6f372e81da3f0f975e1091e96bc40c67ba815285411ca87d4f273b7897efa' };

export const recordConsentDocument: TypedDocument<RecordConsentMutation, RecordConsentMutationVariables> = {
  id: '66d765a20d1da113f789e87879412fe0780e7dd0462d923ec1b8fcc1272d6f5a',
};

export const residentDocument: TypedDocument<ResidentQuery, ResidentQueryVariables> = {
  id: 'ca5678f37bf25d82ff84bb6565e466d031bfe8b8c2c2996c4924189c32266163',
};

export const restrictAgencyDocument: TypedDocument<RestrictAgencyMutation, RestrictAgencyMutationVariables> =
  { id: 'e73d0a172cffdc906c842506fa7fa2d6333b7fe6f5a4f85d9b8cdf3753f21b34' };

export const restrictionsDocument: TypedDocument<RestrictionsQuery, RestrictionsQueryVariables> = {
  id: '2b5b86ab222c491d4f0a952387bd4b6a122b80a33614ea4fc847d1f87a358dcf',
};

export const reviewBreakGlassDocument: TypedDocument<
  ReviewBreakGlassMutation,
  ReviewBreakGlassMutationVariables
> = { id: '5fcf0820d07db0fa220091834ecd7afc754110ce38dcf569d04df9c8cb1b2804' };

export const revokeConsentDocument: TypedDocument<RevokeConsentMutation, RevokeConsentMutationVariables> = {
  id: 'aff6626eecfd2eb4c7f2d75a089ffb64c9c96a52a762b33775eab50b426deac0',
};

export const roleAccessDocument: TypedDocument<RoleAccessQuery, RoleAccessQueryVariables> = {
  id: 'ebc498352f69399b2260ebc09926f3eb6c7e7329a9d8564ef86555b5cd6e6228',
};

export const searchDocument: TypedDocument<SearchQuery, SearchQueryVariables> = {
  id: '7bd12646cdb4c645c27703b4dd4430908d6f8250bb22ce2ccdbf0fff4132172a',
};

export const seenDocument: TypedDocument<SeenQuery, SeenQueryVariables> = {
  id: '4e5fa40f35ba4d9a1360eea9fd6214bb1bc9f59fd7f48c70cc6a2d484edbcaee',
};

export const usesDocument: TypedDocument<UsesQuery, UsesQueryVariables> = {
  id: 'd7bd7bdb6f587c84f56a33801dc39087d0df98f947fb56d89e05431937ba853f',
};
