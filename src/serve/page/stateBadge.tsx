import type { JSX } from 'preact';

/** The state of a run: a word, and a colour beside it. */
export function StateBadge({ state }: { readonly state: string }): JSX.Element {
  return <span class={`state ${state}`}>{state}</span>;
}

/** Iterations done of those that the run is to have. */
export function Progress({
  step,
  steps,
}: {
  readonly step: number;
  readonly steps: number;
}): JSX.Element {
  return (
    <span class="progress">
      <progress value={step} max={Math.max(1, steps)} aria-label="Iterations done" />
      <span>
        {step}/{steps}
      </span>
    </span>
  );
}
