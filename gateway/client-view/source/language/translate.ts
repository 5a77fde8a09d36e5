import { englishCodes } from './messages/english-codes.ts';
import { english, type MessageKey, type Messages } from './messages/english.ts';
import { ageAt, daysUntil, formatDate, formatTime } from './dates.ts';

/** A language that the page speaks. */
export type Language = 'en' | 'es';

/** Everything that is said depends on the language. */
export interface Speech {
  readonly language: Language;
  /** A message with its `{names}` filled in. */
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** What a code means: its message if it has one, otherwise its words. */
  readonly code: (family: string, code: string | null | undefined) => string | null;
  readonly date: (text: string) => string;
  readonly time: (text: string) => string;
  readonly age: typeof ageAt;
  readonly daysUntil: typeof daysUntil;
}

/** What codes mean, by `family.CODE`, or `any.CODE` for every family. */
type Codes = Readonly<Record<string, string>>;

/** What the page says before anything else is loaded. */
export const englishSpeech: Speech = speechOf('en', english, englishCodes);

/** Speaks by a language's messages. */
function speechOf(language: Language, messages: Messages, codes: Codes): Speech {
  return {
    language,
    say: (key, values) => filled(messages[key], values),
    code: (family, code) =>
      code == null ? null : (codes[`${family}.${code}`] ?? codes[`any.${code}`] ?? words(code)),
    date: (text) => formatDate(text, language),
    time: (text) => formatTime(text, language),
    age: ageAt,
    daysUntil,
  };
}

/** A message with its `{names}` filled in. */
export function filled(message: string, values: Readonly<Record<string, string | number>> = {}): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** English comes with the page; other languages when they are asked for. */
export async function loadSpeech(language: Language): Promise<Speech> {
  if (language === 'en') return englishSpeech;
  const [{ spanish }, { spanishCodes }] = await Promise.all([
    import('./messages/spanish.ts'),
    import('./messages/spanish-codes.ts'),
  ]);
  return speechOf('es', spanish, spanishCodes);
}

/** `PERMANENT_SUPPORTIVE_HOUSING` as "Permanent supportive housing". */
function words(code: string): string {
  const text = code.replaceAll(/[_-]/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
