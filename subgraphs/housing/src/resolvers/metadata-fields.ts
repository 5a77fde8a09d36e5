import { columns } from '@resident-graph/subgraph-kit';

/** HMIS 5.01 and 5.02 of a record. */
export const recordFields = columns({ createdAt: 'DateCreated', updatedAt: 'DateUpdated' });

/** HMIS 5.03 and 5.04 of a fact that was collected at a stage. */
export const stageFields = columns({
  informationDate: 'InformationDate',
  dataCollectionStage: 'DataCollectionStage',
});
