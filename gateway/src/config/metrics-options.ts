import { z } from 'zod';

import { option } from './option.ts';

/** Where the gateway tells what it has done. */
export const metricsOptions = z.object({
  host: option(z.string().min(1).default('127.0.0.1'), {
    description: 'Address on which /metrics is served, apart from requests.',
    flag: '--metrics-host',
    environment: 'RESIDENT_GRAPH_METRICS_HOST',
    placeholder: 'address',
  }),
  port: option(z.int().min(0).max(65_535).optional(), {
    description:
      'Port on which /metrics is served in the format of Prometheus; without it, nowhere. Of several workers each has one of the ports from this one on.',
    flag: '--metrics-port',
    environment: 'RESIDENT_GRAPH_METRICS_PORT',
    placeholder: 'number',
  }),
});
