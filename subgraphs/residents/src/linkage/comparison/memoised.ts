const places = 1 << 18;

/**
 * Remembers what was said of pairs of codes: names and addresses meet again and again. Room is fixed: where two
 * pairs want one place, the later takes it.
 */
export function memoised(
  judge: (one: number, other: number) => number,
): (one: number, other: number) => number {
  const keys = new Float64Array(places);
  const answers = new Int8Array(places);
  return (one, other) => {
    const [less, more] = one < other ? [one, other] : [other, one];
    const key = less * 0x4000000 + more + 1;
    const place = (Math.imul(less, 0x9e3779b1) ^ Math.imul(more, 0x85ebca6b)) >>> 14;
    if (keys[place] === key) return answers[place]!;
    const answer = judge(less, more);
    keys[place] = key;
    answers[place] = answer;
    return answer;
  };
}
