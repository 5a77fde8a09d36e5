// Written by `npm run documents` from the .graphql files of this folder and the supergraph.

export const documentTexts: Readonly<Record<string, string>> = {
  '00f0f2aab1cdc0638ad94604fcb5db9d9478eb2d5d132ded10956dd751f4f797':
    'query FirstQuestion($id:ID!){resident(id:$id){id name{given surname}birthDate benefits{snap{cases(first:1){edges{node{status}}}}}housing{enrollments(first:1){edges{node{entryDate}}}}}}',
};
