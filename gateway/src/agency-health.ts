import { createHash } from 'node:crypto';

import { printSchema } from 'graphql';

import type { AgencyHealth } from './governance/index.ts';
import { agencySchemas } from './supergraph/index.ts';
import type { Supergraph } from './supergraph/index.ts';
import { bucketMilliseconds, figures } from './telemetry/index.ts';
import type { FetchFigures } from './telemetry/index.ts';

/** When this process began to count. */
const since = new Date();

/** Digits of a hash by which a schema is told from others. */
const versionDigits = 12;

/** How the agencies that are asked over the network have answered, in the order of their names. */
export function agencyHealth(
  { sdl }: Pick<Supergraph, 'sdl'>,
  agencies: readonly string[],
): readonly AgencyHealth[] {
  const versions = versionsIn(sdl);
  return agencies.toSorted().map((agency) => {
    const { outcomes, times } = figures.fetchesTo(agency);
    const counts = [...outcomes.entries()].map(([code, count]) => ({ code, count }));
    return {
      agency,
      breaker: figures.breakers.get(agency)?.deref()?.state ?? 'closed',
      answered: counts.find(({ code }) => code === 'OK')?.count ?? 0,
      failures: counts
        .filter(({ code }) => code !== 'OK')
        .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
      medianMilliseconds: quantile(times, 0.5),
      slowMilliseconds: quantile(times, 0.95),
      latencies: latenciesOf(times),
      schemaVersion: versions.get(agency) ?? '',
      since,
    };
  });
}

/** The upper end of the bucket in which a part of all has ended. */
function quantile(times: FetchFigures['times'], part: number): number | null {
  const all = times.counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (const { atMostMilliseconds, count } of latenciesOf(times)) {
    below += count;
    if (all > 0 && below >= all * part) return atMostMilliseconds;
  }
  return null;
}

function latenciesOf({ counts }: FetchFigures['times']): AgencyHealth['latencies'] {
  return counts.map((count, index) => ({ atMostMilliseconds: bucketMilliseconds[index] ?? null, count }));
}

let known: { readonly sdl: string; readonly versions: ReadonlyMap<string, string> } | null = null;

/** By the agency's name. Taken apart once for each supergraph: that takes a while. */
function versionsIn(sdl: string): ReadonlyMap<string, string> {
  if (known?.sdl !== sdl) known = { sdl, versions: new Map([...agencySchemas(sdl)].map(versionOf)) };
  return known.versions;
}

function versionOf([agency, schema]: readonly [string, Parameters<typeof printSchema>[0]]): [string, string] {
  const hash = createHash('sha256').update(printSchema(schema)).digest('hex');
  return [agency, hash.slice(0, versionDigits)];
}
