import type { RecordTable } from '../columns/index.ts';

type Judge<Answer> = (one: number, other: number) => Answer;

/**
 * Makes one judge of pairs for each table, which remembers what it said of the last pair: comparisons build on one
 * another, and ask again about the pair at hand.
 */
export function boundOnce<Answer>(
  bind: (table: RecordTable) => Judge<Answer>,
): (table: RecordTable) => Judge<Answer> {
  const judges = new WeakMap<RecordTable, Judge<Answer>>();
  return (table) => {
    const known = judges.get(table);
    if (known !== undefined) return known;
    const judge = rememberingLast(bind(table));
    judges.set(table, judge);
    return judge;
  };
}

function rememberingLast<Answer>(judge: Judge<Answer>): Judge<Answer> {
  let [lastOne, lastOther] = [-1, -1];
  let last: Answer;
  return (one, other) => {
    if (one === lastOne && other === lastOther) return last;
    last = judge(one, other);
    [lastOne, lastOther] = [one, other];
    return last;
  };
}
