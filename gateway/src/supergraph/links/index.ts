export { linkedFeatures } from './linked-features.ts';
export type { LinkedFeature } from './linked-features.ts';
export { linkedNames } from './linked-names.ts';
