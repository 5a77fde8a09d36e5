/** What a generator of chance is for; a stream of its own keeps one part from disturbing another. */
export const stream = {
  household: 1,
  desk: 2,
  socialSecurityNumber: 3,
  phone: 4,
  residentId: 5,
  nameOrder: 6,
} as const;
