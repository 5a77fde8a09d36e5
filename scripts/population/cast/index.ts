export { cast, castSize } from './cast.ts';
export { tellStory } from './tell-story.ts';
