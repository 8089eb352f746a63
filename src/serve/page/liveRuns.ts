/** Runs as the server tells of them. */
import { useState } from 'preact/hooks';
import type { PartAnswer, RunParts, RunsAnswer } from '../answers.js';
import { useStream, type Connection } from './stream.js';

/** The parts of a run that have arrived. */
export type KnownParts = Partial<RunParts>;

/** The list of runs; undefined before it arrives. */
export function useRunList(): {
  readonly list: RunsAnswer | undefined;
  readonly connection: Connection;
} {
  const [list, setList] = useState<RunsAnswer>();
  const connection = useStream('/runs', (_, value) => {
    // The server and the page share the type.
    setList(value as RunsAnswer);
  });
  return { list, connection };
}

/** The runs of these paths. */
export function useRuns(paths: readonly string[]): {
  readonly runs: ReadonlyMap<string, KnownParts>;
  readonly connection: Connection;
} {
  const [runs, setRuns] = useState<ReadonlyMap<string, KnownParts>>(new Map());
  const query = new URLSearchParams(paths.map((path) => ['run', path])).toString();
  const connection = useStream(`/live?${query}`, (_, answer) => {
    // As above.
    const { path, part, value } = answer as PartAnswer;
    setRuns((known) => new Map(known).set(path, { ...known.get(path), [part]: value }));
  });
  return { runs, connection };
}
