export { exampleSection } from './example-section.ts';
export { withGeneratedSections } from './generated-sections.ts';
export { replaceSection } from './replace-section.ts';
