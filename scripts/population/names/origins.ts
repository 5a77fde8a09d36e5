import { faker as english } from '@faker-js/faker/locale/en';
import { faker as ghanaian } from '@faker-js/faker/locale/en_GH';
import { faker as indian } from '@faker-js/faker/locale/en_IN';
import { faker as nigerian } from '@faker-js/faker/locale/en_NG';
import { faker as mexican } from '@faker-js/faker/locale/es_MX';
import { faker as french } from '@faker-js/faker/locale/fr';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as brazilian } from '@faker-js/faker/locale/pt_BR';
import { faker as turkish } from '@faker-js/faker/locale/tr';
import { faker as vietnamese } from '@faker-js/faker/locale/vi';
import type { Race, Sex } from '../truth.ts';
import { latinise } from './latinise.ts';
import { nameList, type NameList } from './name-list.ts';

/** Where a family's names come from, with what usually goes with it. */
export interface Origin {
  readonly name: string;
  /** Share of the households, by weight. */
  readonly weight: number;
  readonly surnames: NameList;
  readonly given: Readonly<Record<Sex, NameList>>;
  /** Whether given names follow the fashion of the year of birth, as English ones do. */
  readonly followsCohorts: boolean;
  /** Whether some bear the surnames of both parents. */
  readonly doubleSurnames: boolean;
  readonly races: readonly (readonly [readonly Race[], number])[];
  /** The language other than English; null for none. */
  readonly language: string | null;
}

interface Definitions {
  readonly rawDefinitions: {
    readonly person?: {
      readonly first_name?: Readonly<Record<string, readonly string[] | undefined>>;
      readonly last_name?: Readonly<Record<string, readonly string[] | undefined>>;
    };
  };
}

interface OriginSettings extends Omit<Origin, 'surnames' | 'given' | 'followsCohorts' | 'doubleSurnames'> {
  readonly commonest?: string;
  readonly keepsAccents?: boolean;
  readonly followsCohorts?: boolean;
  readonly doubleSurnames?: boolean;
}

function originOf(locale: unknown, settings: OriginSettings): Origin {
  const { person } = (locale as Definitions).rawDefinitions;
  const spell = settings.keepsAccents === true ? (name: string) => name : latinise;
  const list = (names: readonly string[] | undefined) => (names ?? []).map(spell);
  const given = (sex: Sex) => nameList([], list(person?.first_name?.[sex]), 12);
  return {
    name: settings.name,
    weight: settings.weight,
    surnames: nameList(
      (settings.commonest ?? '').split(' ').filter(Boolean),
      list(person?.last_name?.['generic']),
    ),
    given: { female: given('female'), male: given('male') },
    followsCohorts: settings.followsCohorts ?? false,
    doubleSurnames: settings.doubleSurnames ?? false,
    races: settings.races,
    language: settings.language,
  };
}

const commonEnglish =
  'Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner';

/** Mixed as in a city of today; names from faker's locales, common surnames named first. */
export const origins: readonly Origin[] = [
  originOf(english, {
    name: 'english',
    weight: 62,
    commonest: commonEnglish,
    followsCohorts: true,
    races: [
      [['white'], 66],
      [['blackOrAfricanAmerican'], 26],
      [['americanIndianOrAlaskaNative'], 3],
      [['nativeHawaiianOrPacificIslander'], 1],
      [['blackOrAfricanAmerican', 'white'], 4],
    ],
    language: null,
  }),
  originOf(mexican, {
    name: 'mexican',
    weight: 17,
    commonest:
      'García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera',
    keepsAccents: true,
    doubleSurnames: true,
    races: [
      [['hispanicOrLatino'], 85],
      [['hispanicOrLatino', 'white'], 11],
      [['hispanicOrLatino', 'americanIndianOrAlaskaNative'], 4],
    ],
    language: 'es',
  }),
  originOf(brazilian, {
    name: 'brazilian',
    weight: 5,
    keepsAccents: true,
    races: [
      [['hispanicOrLatino', 'white'], 60],
      [['hispanicOrLatino', 'blackOrAfricanAmerican'], 40],
    ],
    language: 'pt',
  }),
  originOf(vietnamese, {
    name: 'vietnamese',
    weight: 4,
    commonest: 'Nguyen Tran Le Pham Hoang Huynh Phan Vu',
    races: [[['asian'], 1]],
    language: 'vi',
  }),
  originOf(indian, { name: 'indian', weight: 3, races: [[['asian'], 1]], language: 'hi' }),
  originOf(french, {
    name: 'haitian',
    weight: 3,
    commonest: 'Jean Pierre Joseph Charles Louis Baptiste',
    races: [[['blackOrAfricanAmerican'], 1]],
    language: 'ht',
  }),
  originOf(nigerian, {
    name: 'nigerian',
    weight: 2,
    races: [[['blackOrAfricanAmerican'], 1]],
    language: 'yo',
  }),
  originOf(ghanaian, {
    name: 'ghanaian',
    weight: 1,
    races: [[['blackOrAfricanAmerican'], 1]],
    language: 'tw',
  }),
  originOf(polish, { name: 'polish', weight: 2, races: [[['white'], 1]], language: 'pl' }),
  originOf(turkish, {
    name: 'turkish',
    weight: 1,
    races: [[['middleEasternOrNorthAfrican'], 1]],
    language: 'tr',
  }),
];
