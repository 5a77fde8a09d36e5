import { HttpConnection, postRequest } from './http-connection.js';

const idle = new Map();

/** A function that sends this fetch again and again, each time on a connection that is free. */
export function fetchOf({ url, body }) {
  const target = new URL(url);
  const request = postRequest(target, {}, body);
  const free = idle.get(target.host) ?? [];
  idle.set(target.host, free);
  return () =>
    new Promise((resolve, reject) => {
      const connection = free.pop() ?? new HttpConnection(target);
      connection.send(request, (error, answer) => {
        if (error !== null) return reject(error);
        free.push(connection);
        return resolve(answer.body);
      });
    });
}
