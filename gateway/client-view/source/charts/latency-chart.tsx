interface Bucket {
  readonly atMostMilliseconds: number | null;
  readonly count: number | null;
}

const [width, height] = [240, 64];

/** A column for each stretch of time, as many as took so long. */
export function LatencyChart({
  buckets,
  label,
}: {
  readonly buckets: readonly Bucket[];
  readonly label: string;
}) {
  const most = Math.max(1, ...buckets.map(({ count }) => count ?? 0));
  const columnWidth = width / Math.max(1, buckets.length);
  const floor = height - 14;
  return (
    <svg class="latency-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line class="rule" x1="0" x2={width} y1={floor} y2={floor} />
      {buckets.map(({ atMostMilliseconds, count }, index) => {
        const tall = ((count ?? 0) / most) * (floor - 4);
        return (
          <g key={atMostMilliseconds ?? 'over'}>
            <rect
              class="shown"
              x={index * columnWidth + 1}
              y={floor - tall}
              width={columnWidth - 2}
              height={tall}
            />
            {[1, 10, 100, 1000].includes(atMostMilliseconds ?? 0) && (
              <text x={(index + 1) * columnWidth} y={height - 2} text-anchor="middle">
                {atMostMilliseconds}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
