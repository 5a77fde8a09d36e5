import type { RequestListener } from 'node:http';

/** One way in which an agency can be out of order. */
export interface Misbehaviour {
  readonly name: string;
  /** What stands in the agency's place, or null if nothing does. */
  readonly listener: RequestListener | null;
}

/** The ways in which agencies fail: gone, silent, slow, broken, cut off, of wrong types, with foreign fields. */
export const misbehaviours: readonly Misbehaviour[] = [
  { name: 'killed', listener: null },
  { name: 'hung', listener: () => undefined },
  {
    name: 'slowed beyond its time',
    listener: (_, response) => {
      setTimeout(() => json(response).end('{"data":{"_entities":[null]}}'), 4000).unref();
    },
  },
  { name: 'answering 500', listener: (_, response) => void response.writeHead(500).end('out of order') },
  { name: 'cutting off its JSON', listener: (_, response) => void json(response).end('{"data":{"_entit') },
  {
    name: 'of wrong types',
    listener: (_, response) => void json(response).end('{"data":{"_entities":[7]}}'),
  },
  { name: 'with foreign fields', listener: (_, response) => void json(response).end(foreignFields) },
];

/** Everything that the question asks of the other agencies, the names of objects' prototypes, and nothing else. */
const foreignFields =
  '{"data":{"_entities":[{"__typename":"Resident","id":"other","name":{"given":["Mallory"]},"benefits":7,"housing":7,"behavioralHealth":7,"justice":7,"__proto__":{"polluted":true},"constructor":7}],"resident":{"name":7}}}';

type Response = Parameters<RequestListener>[1];

function json(response: Response): Response {
  return response.setHeader('content-type', 'application/json');
}
