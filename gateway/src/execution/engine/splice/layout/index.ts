export { record, slot } from './answer-layout.ts';
export type { FieldLayout, ObjectLayout, ValueLayout, VariantLayout } from './answer-layout.ts';
export { LayoutCompiler } from './compile-layout.ts';
