import { problemOf, type AnswerError, type Path, type Problem } from './problem.ts';

/** What was answered, and for each place where nothing stands, why. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
  /** The problem at a place or above it; null if there is none. */
  readonly problemAt: (path: Path) => Problem | null;
  /** Everything that stands in the way at a place or below it. */
  readonly problemsBelow: (path: Path) => readonly Problem[];
}

/** Reads an answer. Several errors at one place: the first speaks. */
export function answerOf<Data>(data: Data | null, errors: readonly AnswerError[]): Answer<Data> {
  const places = new Map<string, Problem>();
  for (const error of errors) {
    const place = placeOf(error.path ?? []);
    if (!places.has(place)) places.set(place, problemOf(error));
  }
  return {
    data,
    errors,
    problemAt: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const problem = places.get(placeOf(path.slice(0, length)));
        if (problem !== undefined) return problem;
      }
      return null;
    },
    problemsBelow: (path) => {
      const above = placeOf(path);
      return [...places]
        .filter(([place]) => `${place}.`.startsWith(`${above}.`))
        .map(([, problem]) => problem);
    },
  };
}

function placeOf(path: Path): string {
  return path.join('.');
}
