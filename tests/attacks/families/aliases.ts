import type { Attack } from '../attack.ts';
import { insideResident, prize } from '../attack.ts';

/** Names that mean something to an entity, to federation, to an engine or to JavaScript. */
const names = [
  'id',
  '__typename',
  '_id',
  'residentId',
  '_entities',
  '_service',
  'representations',
  'data',
  'errors',
  'extensions',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'toJSON',
  'key',
  'f0',
  '_0',
].filter((name) => name !== '__typename');

const [container, ...inner] = [
  (alias: string) => `${alias}: behavioralHealth { ${prize} }`,
  (alias: string) => `behavioralHealth { ${alias}: ${prize} }`,
];

/** A client's name for a field lands on nothing that decides. */
export const aliases: readonly Attack[] = [
  ...names.map((name) => insideResident(`the section under the name ${name}`, container?.(name) ?? '')),
  ...names.flatMap((name) =>
    inner.map((selection) => insideResident(`the treatment under the name ${name}`, selection(name))),
  ),
  insideResident(
    'the treatment under the name of a field that is permitted',
    `behavioralHealth { mentalHealth: ${prize} }`,
  ),
  insideResident(
    'the treatment twice, once under another name',
    `behavioralHealth { ${prize} again: ${prize} }`,
  ),
  insideResident(
    'the section twice, asked for differently',
    `behavioralHealth { __typename } other: behavioralHealth { ${prize} }`,
  ),
];
