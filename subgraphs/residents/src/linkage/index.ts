export { assignOneToOne, cluster, type Edges } from './clustering/index.ts';
export { RecordTable } from './columns/index.ts';
export { editDistance, jaroWinkler, personComparisons } from './comparison/index.ts';
export { createPolicy, gradeOf, type Decision, type MatchGrade } from './decision/index.ts';
export { clusterRecords, decideRecords, scoreRecords, type Scored } from './link-records.ts';
export { probabilityOf, type LinkageModel } from './model/index.ts';
export { emptyRecord, type PersonRecord } from './person-record.ts';
export { createNumberTokenizer, type NumberTokens } from './tokens/index.ts';
