import { gradeThresholds } from './decision/index.ts';
import { settings } from './settings.ts';

/** Every number that is neither fitted nor belongs to one comparison or key, to be kept with a model. */
export const linkageSettings: Readonly<Record<string, number>> = { ...settings, ...gradeThresholds };
