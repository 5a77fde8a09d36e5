import type { CacheMeter } from './cache-meter.ts';
import { breakerStates, figures } from './figures.ts';
import type { Latencies } from './latencies.ts';
import { bucketMilliseconds } from './latencies.ts';

type Labels = Readonly<Record<string, string | number>>;

/** One line of a family; a histogram's lines have names of their own. */
interface Sample {
  readonly value: number;
  readonly labels: Labels;
  readonly metricName?: string;
}

/** Figures that belong together, as prom-client describes them. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly values: readonly Sample[];
}

/** Everything that is known of this process at this moment. */
export function families(): readonly MetricFamily[] {
  const caches = Object.entries(figures.caches);
  return [
    counter('resident_graph_requests_total', 'Requests by the first code of their answer.', [
      ...samples('code', figures.requests.entries()),
    ]),
    histogram('resident_graph_request_duration_seconds', 'How long requests took.', [
      [{}, figures.requestTimes],
    ]),
    counter(
      'resident_graph_fetches_total',
      'Requests to agencies by what came of them.',
      [...figures.fetches].flatMap(([agency, { outcomes }]) =>
        samples('outcome', outcomes.entries(), { agency }),
      ),
    ),
    histogram(
      'resident_graph_fetch_duration_seconds',
      'How long requests to agencies took.',
      [...figures.fetches].map(([agency, { times }]) => [{ agency }, times] as const),
    ),
    gauge('resident_graph_breaker_state', 'The state that the breaker of an agency is in.', breakerSamples()),
    counter(
      'resident_graph_cache_requests_total',
      'Look-ups in caches by what came of them.',
      caches.flatMap(([cache, meter]) => lookups(cache, meter)),
    ),
    gauge(
      'resident_graph_cache_entries',
      'Entries of caches.',
      caches.map(([cache, meter]) => ({ labels: { cache }, value: meter.size() })),
    ),
  ];
}

function counter(name: string, help: string, values: readonly Sample[]): MetricFamily {
  return { name, help, type: 'counter', values };
}

function gauge(name: string, help: string, values: readonly Sample[]): MetricFamily {
  return { name, help, type: 'gauge', values };
}

function histogram(name: string, help: string, all: readonly (readonly [Labels, Latencies])[]): MetricFamily {
  const values = all.flatMap(([labels, latencies]) => histogramSamples(name, labels, latencies));
  return { name, help, type: 'histogram', values };
}

/** Each bucket holds what the ones before it hold (https://prometheus.io/docs/concepts/metric_types/#histogram). */
function histogramSamples(name: string, labels: Labels, { counts, sumMilliseconds }: Latencies): Sample[] {
  let count = 0;
  const buckets = counts.map((own, index) => {
    count += own;
    const end = bucketMilliseconds[index];
    const le = end === undefined ? '+Inf' : end / 1000;
    return { labels: { ...labels, le }, value: count, metricName: `${name}_bucket` };
  });
  return [
    ...buckets,
    { labels, value: sumMilliseconds / 1000, metricName: `${name}_sum` },
    { labels, value: count, metricName: `${name}_count` },
  ];
}

function samples(label: string, entries: Iterable<readonly [string, number]>, labels: Labels = {}): Sample[] {
  return [...entries].map(([name, value]) => ({ labels: { ...labels, [label]: name }, value }));
}

function breakerSamples(): readonly Sample[] {
  return [...figures.breakers].flatMap(([agency, reference]) => {
    const current = reference.deref()?.state;
    if (current === undefined) return [];
    return breakerStates.map((state) => ({ labels: { agency, state }, value: state === current ? 1 : 0 }));
  });
}

function lookups(cache: string, { hits, misses }: CacheMeter): readonly Sample[] {
  return [
    { labels: { cache, outcome: 'hit' }, value: hits },
    { labels: { cache, outcome: 'miss' }, value: misses },
  ];
}
