/** Hive's gateway without what it shares between requests that are under way at the same time. */
export const gatewayConfig = {
  inboundInflightRequestDeduplication: false,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
};
