export { cast, castSize } from './cast.ts';
export { tellStory } from './tellStory.ts';
