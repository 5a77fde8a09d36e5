export { isBuiltFile } from './add-built-file.ts';
export { addExplorerRoutes } from './add-explorer-routes.ts';
export { addPageRoutes } from './add-page-routes.ts';
export { builtExplorerFolder, builtFolder, documentationStylesheet } from './built-files.ts';
