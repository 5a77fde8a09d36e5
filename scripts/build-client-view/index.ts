export { buildClientView, builtFolder, documentsFolder, trustedDocumentsFile } from './build-client-view.ts';
export { documentTexts, typedDocuments } from './typed-documents.ts';
