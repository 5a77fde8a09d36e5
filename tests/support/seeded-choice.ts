/** Chooses from lists, for the same seed the same. */
export function seededChoice(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed;
  return (items) => {
    // A linear congruential generator (Numerical Recipes) is random enough to mix what is asked.
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return items[Math.floor((state / 4_294_967_296) * items.length)] as (typeof items)[number];
  };
}
