export { CountTable } from './count-table.tsx';
export { DayChart, type Day } from './day-chart.tsx';
export { PurposeHead } from './purpose-head.tsx';
export { LatencyChart } from './latency-chart.tsx';
