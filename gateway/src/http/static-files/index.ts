export { addExplorerRoutes } from './add-explorer-routes.ts';
export { addPageRoutes } from './add-page-routes.ts';
export { isAsset } from './is-asset.ts';
export { builtExplorerFolder, builtFolder, documentationStylesheet } from './built-files.ts';
