import type { Label } from '../labels/index.ts';
import { all, isSameLabel } from './dnf.ts';
import type { LabelReader } from './label-reader.ts';
import type { SupergraphType } from './supergraph-types.ts';
import { returnedType } from './supergraph-types.ts';

/** What stands on a field, before what it needs of other fields is counted. */
type OwnLabel = Label | 'open' | 'unlabelled';

/** The labels of fields, by `Type.field`. */
export interface OwnLabels {
  readonly of: (coordinate: string) => OwnLabel;
  /** The fields that implement an interface's field; none of an object's. */
  readonly implementationsOf: (coordinate: string) => readonly string[];
}

/**
 * The label of a field: its own, its type's and that of the scalar or enum that it returns, all together. An object's
 * field adds those of the interfaces' fields that it implements, an interface's field those of all that implement it.
 *
 * Composition writes the sum of the implementations' labels on an interface's field. Where just that stands, it adds
 * nothing to any one of them.
 *
 * @param keys - fields that keys consist of
 */
export function ownLabels(
  types: ReadonlyMap<string, SupergraphType>,
  keys: ReadonlySet<string>,
  read: LabelReader,
): OwnLabels {
  const implementers = implementersOf(types);
  return { of, implementationsOf };

  function of(coordinate: string): OwnLabel {
    const { type, field } = parts(coordinate);
    if (!types.get(type)?.fields.has(field)) return 'unlabelled';
    const written = writtenOn(coordinate);
    if (types.get(type)?.kind === 'interface') return ofInterface(coordinate, written);
    return sum([...written, ...inherited(coordinate)], isOpen(coordinate));
  }

  function ofInterface(coordinate: string, written: readonly Label[]): OwnLabel {
    const implementations = implementationsOf(coordinate);
    const isSilent = implementations.some((each) => writtenOn(each).length === 0 && !isOpen(each));
    if (written.length === 0 && isSilent) return 'unlabelled';
    const showsNothing = isOpen(coordinate) || implementations.length > 0;
    return sum([...written, ...implementations.flatMap(writtenOn)], showsNothing);
  }

  function inherited(coordinate: string): readonly Label[] {
    const { type, field } = parts(coordinate);
    return (types.get(type)?.interfaces ?? []).flatMap((name) => {
      const labels = writtenOn(`${name}.${field}`);
      const implementations = implementationsOf(`${name}.${field}`).flatMap(writtenOn);
      return isSameLabel(all(labels), all(implementations)) ? [] : labels;
    });
  }

  function implementationsOf(coordinate: string): readonly string[] {
    const { type, field } = parts(coordinate);
    return (implementers.get(type) ?? []).map((name) => `${name}.${field}`);
  }

  function writtenOn(coordinate: string): readonly Label[] {
    const { type, field } = parts(coordinate);
    const node = types.get(type)?.fields.get(field);
    if (node === undefined) return [];
    const returned = types.get(returnedType(node));
    const places = [node, types.get(type), returned?.kind === 'leaf' ? returned : undefined];
    return places.map((place) => read(place?.directives)).filter((label) => label !== undefined);
  }

  /** Keys name an entity; an `id` names what is reached already; the rest only carries pages. */
  function isOpen(coordinate: string): boolean {
    const { type, field } = parts(coordinate);
    return keys.has(coordinate) || field === 'id' || isPaging(type);
  }
}

function sum(labels: readonly Label[], showsNothing: boolean): OwnLabel {
  if (labels.length > 0) return all(labels);
  return showsNothing ? 'open' : 'unlabelled';
}

function implementersOf(types: ReadonlyMap<string, SupergraphType>): ReadonlyMap<string, readonly string[]> {
  const implementers = new Map<string, string[]>();
  for (const { name, kind, interfaces } of types.values()) {
    if (kind !== 'object') continue;
    for (const each of interfaces) implementers.set(each, [...(implementers.get(each) ?? []), name]);
  }
  return implementers;
}

/** Types that only carry pages (https://relay.dev/graphql/connections.htm). */
function isPaging(type: string): boolean {
  return type === 'PageInfo' || type.endsWith('Connection') || type.endsWith('Edge');
}

function parts(coordinate: string): { readonly type: string; readonly field: string } {
  const [type = '', field = ''] = coordinate.split('.');
  return { type, field };
}
