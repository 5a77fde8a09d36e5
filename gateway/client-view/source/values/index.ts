export { agencyOfCategory, sectionAgencies, type Section } from './agency-of.ts';
export { Choices } from './choices.tsx';
export { Dialog } from './dialog.tsx';
export { Icon, type IconName } from './icon.tsx';
export { NotRecorded, Nothing } from './nothing.tsx';
export { Refusal } from './refusal.tsx';
export { residentName } from './resident-name.ts';
export { WhenAnswered } from './when-answered.tsx';
export { refusalText } from './refusal-text.ts';
