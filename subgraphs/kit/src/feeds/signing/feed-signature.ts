/** The label and the tag of signatures on feeds, which are for nothing else (RFC 9421, section 2.3). */
export const feedLabel = 'feed';
export const feedTag = 'resident-graph-feed';

/** Names for whom a request is meant; signed, so that a request to one peer is none to another. */
export const audienceHeader = 'resident-graph-audience';

export const signatureForm = /^feed=:([\w+/]{43}=):$/;
