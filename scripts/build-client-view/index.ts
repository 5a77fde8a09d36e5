export { buildClientView, builtFolder, documentsFolder, trustedDocumentsFile } from './build-client-view.ts';
export { buildOnce } from './build-once.ts';
export { builtPage } from './built-page.ts';
export { documentTexts, typedDocuments } from './typed-documents.ts';
