export { buildOnce } from './build-once.ts';
export { buildClientView, builtFolder, documentsFolder, trustedDocumentsFile } from './build-client-view.ts';
export { namedPage } from './named-page.ts';
export { documentTexts, typedDocuments } from './typed-documents.ts';
