/**
 * Answers a query without making objects: the client's response is put together from ranges of the bytes that
 * the agencies sent.
 *
 * 1. layout: what an agency's answer to each fetch looks like, byte for byte apart from its values.
 * 2. program: where each entity fetch finds its keys, and from which answer each field of the client's comes.
 * 3. run: the answers are copied into one memory and scanned, which checks them as thoroughly as the engine
 *    of objects does and notes where values are; entities are told apart by the bytes of their keys; at the end
 *    the ranges are copied in the client's order.
 *
 * It knows only what usually happens. An operation with anything else in it is never spliced; and when an
 * answer has an error, a null too many, another order of keys or anything else that was not foreseen, the run
 * goes on with objects, from the answers that it has, and asks nothing twice.
 */
export { Splicer } from './splicer.ts';
