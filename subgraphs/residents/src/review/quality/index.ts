export { readQuality, type IdentityQuality } from './read-quality.ts';
export { sampleLinks } from './sample-links.ts';
