export { measureOneRecord } from './measure-one-record.ts';
export { measureSearch } from './measure-search.ts';
export { searchReport, type SearchResults } from './search-report.ts';
