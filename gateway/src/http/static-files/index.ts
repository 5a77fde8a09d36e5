export { addPageRoutes } from './add-page-routes.ts';
export { builtFolder } from './built-files.ts';
