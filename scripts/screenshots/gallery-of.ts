import type { Shot } from './shots.ts';

/** The page of the folder of pictures, in Markdown. */
export function galleryOf(shots: readonly Shot[]): string {
  const parts = shots.map(
    ({ name, title, account, isMain }) => `## ${title}

As “${account}” of the demonstration. Other looks: ${looksOf(name, isMain)}.

![${title}](${name}-wide-light.webp)
`,
  );
  return `# The page in pictures

Everybody in them is generated. \`npm run screenshots\` takes them again.

${parts.join('\n')}`;
}

function looksOf(name: string, isMain: boolean): string {
  const looks = [
    ['dark', 'wide-dark', isMain],
    ['320 pixels', 'narrow-light', true],
    ['320 pixels, dark', 'narrow-dark', isMain],
  ] as const;
  return looks
    .flatMap(([words, file, isThere]) => (isThere ? [`[${words}](${name}-${file}.webp)`] : []))
    .join(', ');
}
