export type { NewFrame, ReadFrame } from './frame.ts';
export { chainAfter, frameLength, maximumFrameBytes, readFrame, writeFrame } from './frame.ts';
export type { SegmentFile } from './list-segments.ts';
export { listSegments, segmentsFolder } from './list-segments.ts';
export type { SegmentDamage, SegmentPart } from './read-segment.ts';
export { nextIntactFrame, readSegment } from './read-segment.ts';
export {
  decodeSegmentHeader,
  encodeSegmentHeader,
  firstChain,
  segmentHeaderLength,
  segmentName,
} from './segment-header.ts';
export type { ReadingMark } from './segment-reader.ts';
export { readEntries } from './segment-reader.ts';
export type { DurableBatch, DurableEnd, SegmentWriterOptions } from './segment-writer.ts';
export { SegmentWriter } from './segment-writer.ts';
