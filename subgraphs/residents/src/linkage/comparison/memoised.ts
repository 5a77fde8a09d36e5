const places = 1 << 18;

/** So many answers are kept in a map before room for all is made: one record against a few needs no more. */
const fewAnswers = 2_000;

/**
 * Remembers what was said of pairs of codes: names and addresses meet again and again. Room is fixed: where two
 * pairs want one place, the later takes it.
 */
export function memoised(
  judge: (one: number, other: number) => number,
): (one: number, other: number) => number {
  const few = new Map<number, number>();
  let keys: Float64Array | null = null;
  let answers: Int8Array = new Int8Array(0);
  return (one, other) => {
    const [less, more] = one < other ? [one, other] : [other, one];
    const key = less * 0x4000000 + more + 1;
    if (keys === null) {
      const known = few.get(key);
      if (known !== undefined) return known;
      if (few.size < fewAnswers) {
        const first = judge(less, more);
        few.set(key, first);
        return first;
      }
      keys = new Float64Array(places);
      answers = new Int8Array(places);
      few.clear();
    }
    const place = (Math.imul(less, 0x9e3779b1) ^ Math.imul(more, 0x85ebca6b)) >>> 14;
    if (keys[place] === key) return answers[place]!;
    const answer = judge(less, more);
    keys[place] = key;
    answers[place] = answer;
    return answer;
  };
}
