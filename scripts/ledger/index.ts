export { killWriter, type KillFigures } from './kill-writer.ts';
export { measureAppends, type AppendFigures } from './measure-appends.ts';
export { measureScale, type ScaleFigures } from './measure-scale.ts';
