import type { Shot } from './shots.ts';

/** The page of the folder of pictures, in Markdown. */
export function galleryOf(shots: readonly Shot[]): string {
  const parts = shots.map(
    ({ name, title, account }) => `## ${title}

As “${account}” of the demonstration.${looksOf(name)}

![${title}](${name}-wide-light.webp)
`,
  );
  return `# The page in pictures

Everybody in them is generated. \`npm run screenshots\` takes them again.

${parts.join('\n')}`;
}

function looksOf(name: string): string {
  const looks = ['wide-dark', 'narrow-light', 'narrow-dark'].map(
    (look) => `[${words[look]}](${name}-${look}.webp)`,
  );
  return ` Other looks: ${looks.join(', ')}.`;
}

const words: Readonly<Record<string, string>> = {
  'wide-dark': 'dark',
  'narrow-light': '320 pixels',
  'narrow-dark': '320 pixels, dark',
};
