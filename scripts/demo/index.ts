export { demonstrationAccounts } from './accounts.ts';
export { choosePorts } from './choose-ports.ts';
export { openIssuer, type DemonstrationCaller, type DemonstrationIssuer } from './issuer.ts';
export { openGatewayTrust, type GatewayTrustFiles } from './gateway-trust.ts';
export { freePorts } from './ports.ts';
export { startDemonstration, type Demonstration } from './demonstration.ts';
export { curlCommand, showcaseCaller, showcaseQuery, showcaseResidentId } from './showcase.ts';
export { factsOfSixCallers, sixCallers, sixCallersQuery, type NamedCaller } from './six-callers.ts';
export { withDemonstration } from './with-demonstration.ts';
