import { addDays } from '../dates.ts';
import type { Chance } from '../recorder.ts';
import { asOf } from '../truth.ts';
import type { EventOf, Settled } from './event-of.ts';

type Episode = EventOf<'mentalHealthEpisode'>;

const days: Readonly<Record<Episode['setting'], readonly [number, number]>> = {
  inpatient: [4, 28],
  outpatient: [60, 700],
  crisis: [1, 4],
};

const medications: Readonly<Record<Episode['diagnosis'], readonly string[]>> = {
  depressive: ['sertraline', 'escitalopram', 'bupropion'],
  bipolar: ['lithium', 'lamotrigine', 'quetiapine'],
  schizophrenia: ['risperidone', 'olanzapine', 'aripiprazole'],
  anxiety: ['buspirone', 'sertraline'],
  traumaAndStressor: ['prazosin', 'sertraline'],
  attentionDeficit: ['methylphenidate', 'atomoxetine'],
};

/** An episode of mental health care. */
export function drawMentalHealth(
  chance: Chance,
  from: string,
  settled: Settled<'mentalHealthEpisode'> = {},
): Episode {
  const setting = settled.setting ?? chance.pickWeighted(settings);
  const diagnosis = settled.diagnosis ?? chance.pickWeighted(diagnoses);
  const end = addDays(from, chance.integer(...days[setting]));
  return {
    kind: 'mentalHealthEpisode',
    from,
    until: end > asOf ? null : end,
    setting,
    diagnosis,
    medication: chance.happens(0.65) ? chance.pick(medications[diagnosis]) : null,
    ...settled,
  };
}

const settings: readonly (readonly [Episode['setting'], number])[] = [
  ['outpatient', 74],
  ['inpatient', 10],
  ['crisis', 16],
];

const diagnoses: readonly (readonly [Episode['diagnosis'], number])[] = [
  ['depressive', 34],
  ['anxiety', 26],
  ['traumaAndStressor', 16],
  ['bipolar', 9],
  ['attentionDeficit', 9],
  ['schizophrenia', 6],
];
