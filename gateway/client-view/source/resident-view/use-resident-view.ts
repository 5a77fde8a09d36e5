import { useState } from 'preact/hooks';
import {
  behavioralHealthAgainDocument,
  benefitsAgainDocument,
  housingAgainDocument,
  justiceAgainDocument,
  residentDocument,
} from '../../documents/operations.ts';
import { mergeAnswers } from '../graphql/index.ts';
import { useAnswer, useShell } from '../shell/index.ts';
import type { Section } from '../values/index.ts';

/**
 * Asks for the whole resident in one request: every agency answers its part of it, or doesn't, and each section
 * shows its own. One that didn't answer is asked again alone, and the rest stays as it is.
 */
export function useResidentView(id: string) {
  const { run } = useShell();
  const { asked, again, change } = useAnswer(residentDocument, { id });
  const [retrying, setRetrying] = useState<ReadonlySet<Section>>(new Set());
  const retry = (section: Section): void => {
    setRetrying((before) => new Set([...before, section]));
    run<{ readonly resident: object | null }, { id: string }>(againDocuments[section], { id })
      .then((part) => change((whole) => mergeAnswers(whole, part, section)))
      .catch(() => undefined)
      .finally(() => setRetrying((before) => new Set([...before].filter((one) => one !== section))));
  };
  return { asked, again, retry, retrying };
}

const againDocuments = {
  benefits: benefitsAgainDocument,
  housing: housingAgainDocument,
  behavioralHealth: behavioralHealthAgainDocument,
  justice: justiceAgainDocument,
} as const;
