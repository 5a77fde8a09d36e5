/** An answer that is not HTTP/1.1 as this client speaks it. What it says is for the log. */
export class ProtocolError extends Error {}
