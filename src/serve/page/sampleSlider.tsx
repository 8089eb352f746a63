/** The samples of a run by the step, always of the same latent vectors. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SamplesAnswer } from '../answers.js';
import { SampleView } from './sampleView.js';

interface SampleSliderProps {
  readonly path: string;
  /** At least one. */
  readonly samples: readonly SamplesAnswer[];
}

/** Milliseconds between two pictures. */
const pace = 250;

export function SampleSlider({ path, samples }: SampleSliderProps): JSX.Element {
  // The newest ones until the reader chooses others.
  const [chosen, setChosen] = useState<number>();
  const [plays, setPlays] = useState(false);
  const last = samples.length - 1;
  const index = Math.min(chosen ?? last, last);
  const shown = samples[index];
  useEffect(() => {
    if (!plays) return;
    const timer = setInterval(() => {
      setChosen((before = last) => (before >= last ? 0 : before + 1));
    }, pace);
    return () => {
      clearInterval(timer);
    };
  }, [plays, last]);
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">Samples</h2>
      {shown && <SampleView path={path} sample={shown} />}
      <div class="slider">
        <label for="moment">Step</label>
        <input
          id="moment"
          type="range"
          min={0}
          max={last}
          value={index}
          aria-valuetext={`step ${shown?.step ?? 0}`}
          onInput={({ currentTarget }) => {
            const at = currentTarget.valueAsNumber;
            setPlays(false);
            setChosen(at === last ? undefined : at);
          }}
        />
        <span>{shown?.step}</span>
        <button
          type="button"
          aria-pressed={plays}
          onClick={() => {
            setPlays(!plays);
          }}
        >
          Play
        </button>
      </div>
    </section>
  );
}
