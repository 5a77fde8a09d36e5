/** Categories whose existence is itself protected: who isn't entitled must not learn that anything was withheld. */
const concealed: ReadonlySet<string> = new Set([
  // 42 CFR 2.14, 45 CFR 164.502(g)(3): a parent must not learn that the child sought care.
  'sud-minor-consented',
  'mental-health-minor-consented',
  // 18 USC 5038(a) and State sealing statutes: the answer is the same as for somebody without a record.
  'sealed-record',
  'juvenile-record',
  // 34 USC 12291(b)(2) and State address confidentiality programmes.
  'resident-protected-address',
  'resident-crosswalk-concealed',
  'housing-domestic-violence',
  'domestic-violence-case',
]);

/** Whether a denial of the data category, by its name, must look as if there were nothing. */
export function isConcealedCategory(category: string): boolean {
  return concealed.has(category);
}
