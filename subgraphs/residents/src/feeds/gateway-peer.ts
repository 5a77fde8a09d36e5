/** The name under which the gateway asks. */
export const gatewayPeer = 'gateway';
