/** Cumulative weights of ranks by Zipf's law, so that the commonest names collide as they do in life. */
export function zipf(count: number, flattening: number): Float64Array {
  const cumulative = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + flattening);
    cumulative[rank] = sum;
  }
  return cumulative;
}
