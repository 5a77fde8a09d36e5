import { useShell } from '../shell/index.ts';

interface ChoicesProps {
  readonly legend: string;
  /** The family of codes by which they are named. */
  readonly family: string;
  readonly codes: readonly string[];
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
}

/** Boxes to tick, one for each code. */
export function Choices({ legend, family, codes, chosen, choose }: ChoicesProps) {
  const { code } = useShell().speech;
  const toggle = (one: string): void =>
    choose(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class="choices">
        {codes.map((one) => (
          <label key={one} class="choice">
            <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} />
            <span>{code(family, one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
