const day = 86_400_000;

const instantFormat = { day: '2-digit', month: 'short', year: 'numeric' } as const;
const dayFormat = { ...instantFormat, timeZone: 'UTC' } as const;
const timeFormat = { hour: '2-digit', minute: '2-digit' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A screen shows a hundred dates, and to make a format takes longer than to write a dozen of them. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known;
}

/** A date as `14-Jul-1981`: no reader takes the day for the month. Instants are shown by their day in local time. */
export function formatDate(text: string, language: string): string {
  const isDay = text.length === 10;
  const date = new Date(isDay ? `${text}T00:00:00Z` : text);
  const parts = formatOf(language, isDay ? dayFormat : instantFormat).formatToParts(date);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value.replace('.', '') ?? '';
  return `${part('day')}-${part('month')}-${part('year')}`;
}

/** An instant with its time of day, as the reader's clock shows it. */
export function formatTime(text: string, language: string): string {
  const time = formatOf(language, timeFormat).format(new Date(text));
  return `${formatDate(text, language)}, ${time}`;
}

/** Whole days from one instant to a date: negative if it is past. */
export function daysUntil(text: string, now: number): number {
  return Math.round((Date.parse(text.slice(0, 10)) - Math.floor(now / day) * day) / day);
}

/** How many years old somebody is who was born on a date. */
export function ageAt(birthDate: string, now: number): number {
  const [born, today] = [new Date(birthDate), new Date(now)];
  const years = today.getUTCFullYear() - born.getUTCFullYear();
  return monthDay(today) < monthDay(born) ? years - 1 : years;
}

function monthDay(date: Date): number {
  return date.getUTCMonth() * 100 + date.getUTCDate();
}
