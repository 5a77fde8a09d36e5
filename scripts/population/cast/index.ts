export { cast, castSize } from './cast.ts';
export type { Story } from './story.ts';
export { tellStory } from './tellStory.ts';
