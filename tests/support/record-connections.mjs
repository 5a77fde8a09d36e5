// oxlint-disable typescript/unbound-method -- the originals are called with the socket that they are meant for
// Preloaded into a process (node --import): writes down every host that it connects to or looks up.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const file = process.env.CONNECTIONS_FILE;
const record = (host) => file !== undefined && appendFileSync(file, `${host}\n`);

const connect = Socket.prototype.connect;
Socket.prototype.connect = function recorded(...parameters) {
  const [first] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'object' && first !== null) record(first.path ? 'local' : (first.host ?? 'localhost'));
  else record(typeof parameters[1] === 'string' ? parameters[1] : 'localhost');
  return connect.apply(this, parameters);
};

const lookup = dns.lookup;
dns.lookup = (host, ...rest) => {
  record(host);
  return lookup(host, ...rest);
};

const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function recorded(...parameters) {
  record(parameters.findLast((value) => typeof value === 'string') ?? 'localhost');
  return send.apply(this, parameters);
};
