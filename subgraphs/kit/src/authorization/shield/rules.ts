import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { allow, chain, deny, rule, shield } from 'graphql-shield';

import { subgraphError } from '../../errors/index.ts';
import type { FieldResolver, SubgraphContext } from '../../schema/index.ts';
import type { Disclosure } from '../disclosure/index.ts';
import type { Requirement, Requirements } from '../labels/index.ts';
import { isRequirement } from './label-changes.ts';

/** An agency's own rule at a field: true lets through what the labels let through, anything else withholds it. */
export type ExtraRule<Loaders> = FieldResolver<Loaders>;

/** By type and field. An agency can only be stricter by them: what a label withholds is withheld before. */
export type ExtraRules<Loaders> = Readonly<
  Record<string, Readonly<Record<string, ExtraRule<Loaders>>> | undefined>
>;

/** What a rule answers instead of letting pass. */
export const withheld: Error = subgraphError('FIELD_WITHHELD');
export const concealed: Error = new Error('The caller must not learn that anything is withheld.');

/** A rule of the tree at one field: calls `resolve` if it lets pass, else gives the error. */
export type Guard = (
  resolve: () => unknown,
  source: unknown,
  values: unknown,
  context: object,
  info: GraphQLResolveInfo,
) => Promise<unknown>;

interface TreeOptions {
  readonly requirements: Requirements;
  readonly extraRules: ExtraRules<never>;
  readonly disclosureOf: (context: object) => Disclosure;
  readonly subjectOf: (info: GraphQLResolveInfo) => string | null;
}

/**
 * The graphql-shield tree of a schema: at each field a rule for its label and the agency's own after it, and `deny`
 * wherever nothing stands. Rules stand at the fields of object types, as those at interfaces and unions would be
 * passed over. Nothing is cached by it: its caches don't know one field from another.
 *
 * @returns the rule at a field, by type and field
 */
export function ruleTree(
  schema: GraphQLSchema,
  options: TreeOptions,
): (type: string, field: string) => Guard {
  const tree: Record<string, Record<string, Rule>> = { ...federation };
  const shared = new Map<Requirement, Rule>();
  for (const [coordinate, requirement] of options.requirements) {
    const [type = '', field = ''] = coordinate.split('.');
    const ofLabel = isRequirement(requirement) ? labelRule(requirement, options, shared) : allow;
    const extra = extraRuleAt(options.extraRules, type, field);
    tree[type] = {
      ...tree[type],
      [field]: extra === null ? ofLabel : chain(ofLabel, agencyRule(coordinate, extra)),
    };
  }
  const guards = shield(tree, { fallbackRule: deny, fallbackError: withheld, allowExternalErrors: true });
  return guardFinder(guards.generate(schema));
}

type Rule = typeof allow | ReturnType<typeof chain> | ReturnType<ReturnType<typeof rule>>;

/** What federation adds to a schema; residents are only named by it. */
const federation = { Query: { _service: allow, _entities: allow }, _Service: { sdl: allow } };

function labelRule(requirement: Requirement, options: TreeOptions, shared: Map<Requirement, Rule>): Rule {
  const { disclosureOf, subjectOf } = options;
  const known =
    shared.get(requirement) ??
    rule(requirement.name, { cache: 'no_cache' })(
      async (_source, _values, context: object, info: GraphQLResolveInfo) => {
        const verdict = await disclosureOf(context).decide(requirement, subjectOf(info));
        if (verdict === 'permit') return true;
        return verdict === 'conceal' ? concealed : withheld;
      },
    );
  shared.set(requirement, known);
  return known;
}

function agencyRule(coordinate: string, extra: ExtraRule<unknown>): Rule {
  return rule(`the agency's own at ${coordinate}`, { cache: 'no_cache' })(
    async (source, values, context: SubgraphContext<unknown>, info: GraphQLResolveInfo) =>
      (await extra(source, values, context, info)) === true ? true : withheld,
  );
}

/** The agency's own rule at a field, if it has one there. */
export function extraRuleAt(
  rules: ExtraRules<never>,
  type: string,
  field: string,
): ExtraRule<unknown> | null {
  const ofType = Object.hasOwn(rules, type) ? rules[type] : undefined;
  return ofType !== undefined && Object.hasOwn(ofType, field) ? (ofType[field] ?? null) : null;
}

/** A logical rule comes with the fragments that it needs, of which there are none here. */
type Generated = Guard | { readonly resolve: Guard };

function guardFinder(generated: unknown): (type: string, field: string) => Guard {
  const guards = generated as Readonly<Record<string, Readonly<Record<string, Generated>> | undefined>>;
  return (type, field) => {
    const guard = guards[type]?.[field];
    if (guard === undefined) throw new TypeError(`graphql-shield has no rule at ${type}.${field}.`);
    return typeof guard === 'function' ? guard : guard.resolve;
  };
}
