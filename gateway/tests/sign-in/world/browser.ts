/** A browser as far as signing in needs one: it keeps cookies by host, and follows links as a person does. */
export interface Browser {
  /** Follows a link and every redirection, to the page where it ends. */
  readonly visit: (url: string) => Promise<Page>;
  /** Follows a link, and stops before it leaves for a host. */
  readonly visitUntil: (url: string, stop: (url: URL) => boolean) => Promise<Page>;
  /** Chooses an account on the provider's page, and follows on. */
  readonly choose: (page: Page, account: string, stop?: (url: URL) => boolean) => Promise<Page>;
  /** A request by a script of a page. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly cookie: (url: string, name: string) => string | undefined;
  readonly setCookie: (url: string, name: string, value: string) => void;
}

export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

const never = (): boolean => false;

export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string | URL): Map<string, string> => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const send = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie !== '' && { cookie }), ...(init.headers as object) };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  };
  const follow = async (url: string | URL, init: RequestInit, stop: (url: URL) => boolean): Promise<Page> => {
    const response = await send(url, init);
    const location = response.headers.get('location');
    if (response.status !== 303 || location === null)
      return { url: new URL(url), status: response.status, text: await response.text() };
    const next = new URL(location, url);
    return stop(next) ? { url: next, status: 303, text: '' } : follow(next, {}, stop);
  };
  return {
    visit: async (url) => follow(url, {}, never),
    visitUntil: async (url, stop) => follow(url, {}, stop),
    choose: async ({ url, text }, account, stop = never) => {
      const request = /name="request" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const body = new URLSearchParams({ request, account });
      return follow(new URL('/authorize', url), { method: 'POST', body }, stop);
    },
    fetch: send,
    cookie: (url, name) => jarOf(url).get(name),
    setCookie: (url, name, value) => void jarOf(url).set(name, value),
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (/max-age=0/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}
