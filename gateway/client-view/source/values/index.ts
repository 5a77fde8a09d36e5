export { agencyOfCategory, sectionAgencies, type Section } from './agency-of.ts';
export { Choices } from './choices.tsx';
export { Icon } from './icon.tsx';
export { NotRecorded, Nothing } from './nothing.tsx';
export { Refusal } from './refusal.tsx';
export { residentName } from './resident-name.ts';
export { refusalText } from './refusal-text.ts';
