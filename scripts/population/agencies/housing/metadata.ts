import type { Row } from '../../recorder.ts';

/** The columns that every HMIS CSV file ends with; `updatedOn` is the day of the last change. */
export function metadata(createdOn: string, worker: string, updatedOn = createdOn): Row {
  return {
    DateCreated: `${createdOn} 09:15:00`,
    DateUpdated: `${updatedOn} 16:40:00`,
    UserID: worker,
  };
}
