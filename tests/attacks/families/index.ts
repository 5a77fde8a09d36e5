export { aliases } from './aliases.ts';
export { conditions } from './conditions.ts';
export { directivesInDocuments } from './directives.ts';
export { fragments } from './fragments.ts';
export { operations } from './operations.ts';
export { variables } from './variables.ts';
