/** What codes mean in Spanish. */
export const spanishCodes: Readonly<Record<string, string>> = {};
