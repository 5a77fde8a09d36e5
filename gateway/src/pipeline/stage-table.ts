import type { BegunRequest, Refusal, Stage, Tools } from './stage.ts';

/** A named stage, its types forgotten: the table has checked them. */
interface Row {
  readonly name: string;
  readonly stage: Stage<never, object>;
  readonly slots: object;
}

/** How far a request came: through, or to a refusal. What is known of it by then is there in both cases. */
type Passage<Through> =
  | { readonly kind: 'through'; readonly request: Through }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly request: BegunRequest & { readonly [Name in keyof Through]: Through[Name] | undefined };
    };

/** The names of what a stage adds, each with the value that it has before. */
type Slots<Added> = { readonly [Name in keyof Added]: undefined };

/** An ordered table of stages. It compiles only if every stage finds what it needs in what the earlier ones add. */
export interface StageTable<Known extends BegunRequest> {
  readonly names: readonly string[];
  readonly stage: <Added extends object>(
    name: string,
    stage: Stage<Known, Added>,
    slots: Slots<Added>,
  ) => StageTable<Known & Added>;
  readonly pass: (request: BegunRequest, tools: Tools) => Promise<Passage<Known>>;
}

/** The empty table. */
export function stageTable(): StageTable<BegunRequest> {
  return tableOf<BegunRequest>([]);
}

/** What a request has before the first stage. */
const begunSlots: Slots<BegunRequest> = {
  requestId: undefined,
  headers: undefined,
  parameters: undefined,
  method: undefined,
  mediaType: undefined,
  client: undefined,
  deadline: undefined,
  generation: undefined,
};

function tableOf<Known extends BegunRequest>(rows: readonly Row[]): StageTable<Known> {
  const slots: object = Object.assign({}, begunSlots, ...rows.map((row) => row.slots));
  return {
    names: rows.map(({ name }) => name),
    stage: <Added extends object>(name: string, stage: Stage<Known, Added>, more: Slots<Added>) =>
      tableOf<Known & Added>([...rows, { name, stage, slots: more }]),
    // An object that has all its properties from the beginning is filled in many times faster than one that grows.
    pass: (begun, tools) => pass(rows, { ...slots, ...begun } as Known, tools),
  };
}

/**
 * Passes a request through the stages, which all see one object. A stage that decides at once isn't waited
 * for: most requests find all but their data in memory.
 */
async function pass<Known extends BegunRequest>(
  rows: readonly Row[],
  request: Known,
  tools: Tools,
): Promise<Passage<Known>> {
  for (const { stage } of rows) {
    const outcome = stage(request as never, tools);
    // Each stage needs what the one before it found: there is nothing to do at the same time.
    // oxlint-disable-next-line no-await-in-loop
    const decision = 'kind' in outcome ? outcome : await outcome;
    if (request.deadline.over !== null) throw request.deadline.over;
    if (decision.kind === 'refused') return { kind: 'refused', refusal: decision, request };
    Object.assign(request, decision.added);
  }
  return { kind: 'through', request };
}
