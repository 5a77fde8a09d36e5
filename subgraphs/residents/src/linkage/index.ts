export { createNumberTokenizer, type NumberTokens } from '@resident-graph/subgraph-kit';
export { candidateKeys } from './candidates/index.ts';
export { assignOneToOne, cluster, type Edges } from './clustering/index.ts';
export { RecordTable, textHash, type Field } from './columns/index.ts';
export { editDistance, jaroWinkler, personComparisons } from './comparison/index.ts';
export { contradictionsOf, createPolicy, gradeOf, type Decision, type MatchGrade } from './decision/index.ts';
export { clusterRecords, decideRecords, scoreRecords, type Scored } from './link-records.ts';
export { createScorer, probabilityOf, type Frequencies, type LinkageModel } from './model/index.ts';
export { linkageSettings } from './linkage-settings.ts';
export {
  nicknameRoot,
  nicknamesOf,
  normaliseAddressLine,
  normaliseDate,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  normalisePostalCode,
  splitSuffix,
} from './normalisation/index.ts';
export { emptyRecord, type PersonRecord } from './person-record.ts';
