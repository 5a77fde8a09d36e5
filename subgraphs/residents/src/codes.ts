const doesNotKnowRefusedNotCollected = {
  CLIENT_DOES_NOT_KNOW: 8,
  CLIENT_PREFERS_NOT_TO_ANSWER: 9,
  DATA_NOT_COLLECTED: 99,
};

const hmisQuality = { FULL_REPORTED: 1, APPROXIMATE_OR_PARTIAL: 2, ...doesNotKnowRefusedNotCollected };

/** Enum values by the codes that the tables hold; enums that are not here are stored by their names. */
export const codes = {
  ResidentBirthDateQuality: hmisQuality,
  ResidentSocialSecurityNumberQuality: hmisQuality,
  ResidentSex: { FEMALE: 0, MALE: 1, ...doesNotKnowRefusedNotCollected },
};
