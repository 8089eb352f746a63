/** The samples of one step in the form that the data set gives them. */
import type { JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { SamplesAnswer } from '../answers.js';
import { SampleAddressContext } from './sampleAddress.js';

interface SampleViewProps {
  readonly path: string;
  readonly sample: SamplesAnswer;
}

export function SampleView({ path, sample }: SampleViewProps): JSX.Element {
  const { step, extension } = sample;
  const address = useContext(SampleAddressContext)(path, step);
  const title = `Samples of ${path} at step ${step}`;
  if (extension === 'png') return <img class="sample" src={address} alt={title} />;
  if (extension === 'wav') return <audio controls src={address} aria-label={title} />;
  if (extension === 'txt' || extension === 'csv') {
    return <SampleText address={address} title={title} />;
  }
  return (
    <p>The samples are numbers: a file that ends in .{extension}, in the folder of the run.</p>
  );
}

function SampleText({
  address,
  title,
}: {
  readonly address: string;
  readonly title: string;
}): JSX.Element {
  const [text, setText] = useState('');
  useEffect(() => {
    const controller = new AbortController();
    fetch(address, { signal: controller.signal })
      .then((response) => response.text())
      .then(setText)
      .catch(() => {
        // Others have been chosen meanwhile, or the server is away, which the page tells.
      });
    return () => {
      controller.abort();
    };
  }, [address]);
  return (
    <pre class="sample" role="region" tabIndex={0} aria-label={title}>
      {text}
    </pre>
  );
}
