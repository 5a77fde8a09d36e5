/** The headers of every posting, besides those that say where it goes and how long it is. */
export const requestHeaders: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};
