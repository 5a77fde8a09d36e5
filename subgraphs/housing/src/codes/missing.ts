/**
 * Why HMIS has no answer. Each is a value of its own: none of them is `null`, and none means that
 * something was withheld.
 */
export const missing = {
  CLIENT_DOES_NOT_KNOW: 8,
  CLIENT_PREFERS_NOT_TO_ANSWER: 9,
  DATA_NOT_COLLECTED: 99,
} as const;
