/** A run on the server, live while it trains. */
import type { JSX } from 'preact';
import { useDetails } from './details.js';
import { LatentWalk } from './latentWalk.js';
import { useRuns } from './liveRuns.js';
import { RunSections } from './runSections.js';
import { View } from './view.js';

export function RunView({ path }: { readonly path: string }): JSX.Element {
  const { runs, connection } = useRuns([path]);
  const details = useDetails([path], connection.state === 'live').get(path);
  return (
    <View title={path} connection={connection}>
      <RunSections path={path} parts={runs.get(path) ?? {}} details={details}>
        <LatentWalk path={path} />
      </RunSections>
    </View>
  );
}
