/** A run in a file of its own, as it was when the file was written. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ReportAnswer } from '../answers.js';
import { RunSections } from './runSections.js';
import { SampleAddressContext } from './sampleAddress.js';

export function Report({ report }: { readonly report: ReportAnswer }): JSX.Element {
  const { path, parts, details, samples } = report;
  useEffect(() => {
    document.title = path;
  }, []);
  return (
    <SampleAddressContext.Provider value={(_, step) => samples[step] ?? ''}>
      <main>
        <h1>{path}</h1>
        <RunSections path={path} parts={parts} details={{ state: 'here', value: details }} />
      </main>
    </SampleAddressContext.Provider>
  );
}
