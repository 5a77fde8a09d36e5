/** `npm run build:client-view`: builds the caseworker's page, which the gateway serves. */
import { buildClientView } from './build-client-view/index.ts';

await buildClientView();
