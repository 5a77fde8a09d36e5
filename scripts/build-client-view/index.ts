export { buildClientView, builtFolder, documentsFolder } from './build-client-view.ts';
export { documentTexts, typedDocuments } from './typed-documents.ts';
