import { careStories } from './care-stories.ts';
import { everydayStory } from './everyday-story.ts';
import { identityStories } from './identity-stories.ts';
import { justiceStories } from './justice-stories.ts';
import { showcase } from './showcase.ts';
import type { Story } from './story.ts';

/** How many households have a story; chance makes all others. */
export const castSize = 40;

const written = [showcase, ...identityStories, ...careStories, ...justiceStories];

/** The stories of the first households, in order: every trap is carried, and every agency knows every head. */
export const cast: readonly Story[] = [
  ...written,
  ...Array.from({ length: castSize - written.length }, () => everydayStory),
];
