import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSupergraph } from '../../gateway/src/supergraph/index.ts';
import { english } from '../../gateway/client-view/source/language/messages/english.ts';
import { englishCodes } from '../../gateway/client-view/source/language/messages/english-codes.ts';
import { englishForOfficers } from '../../gateway/client-view/source/language/officers/english.ts';
import { spanishForOfficers } from '../../gateway/client-view/source/language/officers/spanish.ts';
import { spanish } from '../../gateway/client-view/source/language/messages/spanish.ts';
import { spanishCodes } from '../../gateway/client-view/source/language/messages/spanish-codes.ts';
import { purposesOfUse } from '../../gateway/src/authentication/index.ts';
import { documentsFolder, documentTexts, typedDocuments } from '../../scripts/build-client-view/index.ts';
import { isEnumType } from 'graphql';

const supergraphFile = fileURLToPath(new URL('../../gateway/supergraph.graphql', import.meta.url));

/** The enumerations of the schema whose codes the page shows, by the family under which it names them. */
const families: Readonly<Record<string, string>> = {
  identifier: 'ResidentSearchIdentifier',
  relationship: 'RelationshipKind',
  sex: 'ResidentSex',
  birthDateQuality: 'ResidentBirthDateQuality',
  phoneUse: 'ResidentPhoneUse',
  householdRelationship: 'ResidentHouseholdRelationship',
  caseStatus: 'BenefitsCaseStatus',
  closureReason: 'BenefitsReason',
  eligibilityGroup: 'MedicaidEligibilityGroup',
  incomeKind: 'BenefitsIncomeKind',
  projectType: 'HousingProjectType',
  destination: 'HousingDestination',
  situation: 'HousingCurrentSituation',
  answer: 'HousingAnswer',
  prioritization: 'HousingPrioritizationStatus',
  serviceSetting: 'TreatmentServiceSetting',
  medication: 'TreatmentMedicationName',
  dischargeReason: 'TreatmentDischargeReason',
  mentalHealthSetting: 'MentalHealthSetting',
  releaseReason: 'JusticeReleaseReason',
  caseType: 'JusticeCaseType',
  courtStatus: 'JusticeCaseStatus',
  hearingType: 'JusticeHearingType',
  disposition: 'JusticeDisposition',
  supervisionType: 'JusticeSupervisionType',
  consentKind: 'ConsentKind',
  glassReason: 'BreakGlassReason',
  glassOutcome: 'BreakGlassOutcome',
  outcome: 'DisclosureOutcome',
  agreementKind: 'AgreementKind',
  agreementStatus: 'AgreementStatus',
  redisclosure: 'AgreementRedisclosure',
  accessReason: 'AccessReason',
  accessRemedy: 'AccessRemedy',
};

describe('what the page says', () => {
  test('Spanish has every message, and each fills in the same values', () => {
    expect(shape(spanish)).toEqual(shape(english));
    expect(shape(spanishForOfficers)).toEqual(shape(englishForOfficers));
  });

  test('Spanish has a word for every code that the page shows', async () => {
    const { apiSchema } = buildSupergraph(await readFile(supergraphFile, 'utf8'));
    const shown = Object.entries(families).flatMap(([family, name]) => {
      const type = apiSchema.getType(name);
      return isEnumType(type)
        ? type.getValues().map((value) => `${family}.${value.name}`)
        : [`no enum ${name}`];
    });
    const purposes = Object.keys(purposesOfUse).map((purpose) => `purpose.${purpose}`);
    const wanted = [...shown, ...purposes, ...Object.keys(englishCodes)];
    expect(wanted.filter((key) => !isSaid(key))).toEqual([]);
  });

  test('the documents that are sent, and their types, are those of the schema', async () => {
    expect(await written('operations.ts')).toBe(
      await typedDocuments(documentsFolder, await readFile(supergraphFile, 'utf8')),
    );
    expect(await written('document-texts.ts')).toBe(await documentTexts(documentsFolder));
  });
});

function valuesIn(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).toSorted();
}

/** The values that each message fills in. */
function shape(messages: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, valuesIn(text)]));
}

function isSaid(key: string): boolean {
  return key in spanishCodes || key.replace(/^[^.]+/, 'any') in spanishCodes;
}

function written(name: string): Promise<string> {
  return readFile(`${documentsFolder}/${name}`, 'utf8');
}
