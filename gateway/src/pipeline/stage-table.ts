import type { BegunRequest, Refusal, Stage, Tools } from './stage.ts';

/** A named stage, its types forgotten: the table has checked them. */
interface Row {
  readonly name: string;
  readonly stage: Stage<never, object>;
}

/** How far a request came: through, or to a refusal. What is known of it by then is there in both cases. */
type Passage<Through> =
  | { readonly kind: 'through'; readonly request: Through }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly request: Partial<Through> };

/** An ordered table of stages. It compiles only if every stage finds what it needs in what the earlier ones add. */
export interface StageTable<Known extends BegunRequest> {
  readonly names: readonly string[];
  readonly stage: <Added extends object>(
    name: string,
    stage: Stage<Known, Added>,
  ) => StageTable<Known & Added>;
  readonly pass: (request: BegunRequest, tools: Tools) => Promise<Passage<Known>>;
}

/** The empty table. */
export function stageTable(): StageTable<BegunRequest> {
  return tableOf<BegunRequest>([]);
}

function tableOf<Known extends BegunRequest>(rows: readonly Row[]): StageTable<Known> {
  return {
    names: rows.map(({ name }) => name),
    stage: <Added extends object>(name: string, stage: Stage<Known, Added>) =>
      tableOf<Known & Added>([...rows, { name, stage }]),
    pass: (request, tools) => pass<Known>(rows, request, tools),
  };
}

async function pass<Known extends BegunRequest>(
  rows: readonly Row[],
  begun: BegunRequest,
  tools: Tools,
): Promise<Passage<Known>> {
  let request: object = begun;
  for (const { stage } of rows) {
    // Each stage needs what the one before it found: there is nothing to do at the same time.
    // oxlint-disable-next-line no-await-in-loop
    const decision = await stage(request as never, tools);
    if (decision.kind === 'refused') return { kind: 'refused', refusal: decision, request };
    request = { ...request, ...decision.added };
  }
  return { kind: 'through', request: request as Known };
}
