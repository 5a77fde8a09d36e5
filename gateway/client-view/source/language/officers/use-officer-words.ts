import { useShell } from '../../shell/index.ts';
import { filled } from '../index.ts';
import { englishForOfficers, type OfficerMessageKey } from './english.ts';
import { spanishForOfficers } from './spanish.ts';

/** Says a message of the officers' screens with its `{names}` filled in. */
export type OfficerWords = (
  key: OfficerMessageKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** What the officers' screens say, in the language of the page. They come with those screens, in both languages. */
export function useOfficerWords(): OfficerWords {
  const { language } = useShell().speech;
  const messages = language === 'es' ? spanishForOfficers : englishForOfficers;
  return (key, values) => filled(messages[key], values);
}
