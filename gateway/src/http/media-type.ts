/** A media type or range with its parameters, names in lower case. */
export interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a media type as of RFC 9110, section 8.3.1. Parameter values lose their quotes. */
export function parseMediaType(text: string): MediaType {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim());
  const parameters = rest.map((part): [string, string] => {
    const [name = '', value = ''] = part.split('=', 2);
    return [name.trim().toLowerCase(), value.trim().replaceAll('"', '').toLowerCase()];
  });
  return { type: type.toLowerCase(), parameters: new Map(parameters) };
}

/** Whether a charset parameter is absent or names UTF-8, the only one of GraphQL over HTTP. */
export function isUtf8({ parameters }: MediaType): boolean {
  return /^utf-?8$/.test(parameters.get('charset') ?? 'utf-8');
}
