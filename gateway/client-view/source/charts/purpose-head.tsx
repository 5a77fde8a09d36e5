import { useSpeech } from '../shell/index.ts';

/** The head of a matrix: what its rows are, and a column for each purpose of use. */
export function PurposeHead({
  title,
  purposes,
}: {
  readonly title: string;
  readonly purposes: readonly string[];
}) {
  const { code } = useSpeech();
  return (
    <thead>
      <tr>
        <th scope="col">{title}</th>
        {purposes.map((purpose) => (
          <th key={purpose} scope="col">
            {code('purpose', purpose)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
