const form = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Whether the resident index could have issued the id: 26 characters of Crockford base 32. */
export function isResidentId(id: string): boolean {
  return form.test(id);
}
