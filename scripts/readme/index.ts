export { callersTable } from './callers-table.ts';
export { demonstrationSections } from './demonstration-sections.ts';
export { withGeneratedSections } from './generated-sections.ts';
export { replaceSection } from './replace-section.ts';
export { writeSection } from './write-section.ts';
