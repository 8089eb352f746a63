/** The samples of a run by the step, always of the same latent vectors. */
import type { JSX } from 'preact';
import type { SamplesAnswer } from '../answers.js';
import { Frames } from './frames.js';
import { SampleView } from './sampleView.js';

interface SampleSliderProps {
  readonly path: string;
  /** At least one. */
  readonly samples: readonly SamplesAnswer[];
}

export function SampleSlider({ path, samples }: SampleSliderProps): JSX.Element {
  const names = samples.map(({ step }) => String(step));
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">Samples</h2>
      <Frames id="moment" label="Step" names={names} start="last">
        {(index) => {
          const shown = samples[index];
          return shown && <SampleView path={path} sample={shown} />;
        }}
      </Frames>
    </section>
  );
}
