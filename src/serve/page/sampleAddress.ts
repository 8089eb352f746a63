/** The place that files of samples come from. */
import { createContext } from 'preact';

/** Address of the samples of a step of a run. */
type SampleAddress = (path: string, step: number) => string;

/** On the server; a report brings its samples along. */
export const SampleAddressContext = createContext<SampleAddress>(
  (path, step) => `/samples?${new URLSearchParams({ run: path, step: String(step) }).toString()}`,
);
