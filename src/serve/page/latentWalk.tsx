/** The way between the samples of two seeds, from the last state of a run; computed when it is asked for. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Notice, WalkAnswer } from '../answers.js';
import { Frames } from './frames.js';
import { NoticeBox } from './view.js';

/** A walk on its way to the page. */
type Walk =
  | { readonly state: 'none' | 'computing' }
  | { readonly state: 'here'; readonly title: string; readonly value: WalkAnswer }
  | { readonly state: 'refused'; readonly notice: Notice };

export function LatentWalk({ path }: { readonly path: string }): JSX.Element {
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(2);
  const [walk, setWalk] = useState<Walk>({ state: 'none' });
  return (
    <section aria-labelledby="walk">
      <h2 id="walk">Latent walk</h2>
      <form
        class="tools"
        onSubmit={(event) => {
          event.preventDefault();
          setWalk({ state: 'computing' });
          void load(path, from, to).then(setWalk);
        }}
      >
        <SeedField id="walk-from" label="From seed" value={from} onChange={setFrom} />
        <SeedField id="walk-to" label="To seed" value={to} onChange={setTo} />
        <button type="submit" disabled={walk.state === 'computing'}>
          Walk
        </button>
        <span aria-live="polite">{walk.state === 'computing' && 'Computing …'}</span>
      </form>
      {walk.state === 'refused' && <NoticeBox notice={walk.notice} />}
      {walk.state === 'here' && <Way title={walk.title} walk={walk.value} />}
    </section>
  );
}

interface SeedFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly onChange: (seed: number) => void;
}

function SeedField({ id, label, value, onChange }: SeedFieldProps): JSX.Element {
  return (
    <span>
      <label for={id}>{label}</label>{' '}
      <input
        id={id}
        type="number"
        min={0}
        step={1}
        required
        value={value}
        onInput={({ currentTarget }) => {
          onChange(currentTarget.valueAsNumber);
        }}
      />
    </span>
  );
}

function Way({
  title,
  walk: { step, frames },
}: {
  readonly title: string;
  readonly walk: WalkAnswer;
}): JSX.Element {
  const names = frames.map((_, index) => `${Math.round((100 * index) / (frames.length - 1))} %`);
  return (
    <>
      <Frames id="way" label="Position" names={names} start="first">
        {(index) => (
          <img
            class="sample"
            src={frames[index]}
            alt={`${title}, ${names[index] ?? ''} of the way`}
          />
        )}
      </Frames>
      <p class="hint">By the generator after step {step}.</p>
    </>
  );
}

async function load(path: string, from: number, to: number): Promise<Walk> {
  const query = new URLSearchParams({ run: path, from: String(from), to: String(to) });
  try {
    const response = await fetch(`/walk?${query.toString()}`);
    // The server and the page share the types.
    if (!response.ok) return { state: 'refused', notice: (await response.json()) as Notice };
    const title = `Samples between seeds ${from} and ${to}`;
    return { state: 'here', title, value: (await response.json()) as WalkAnswer };
  } catch {
    // The server is away, which the page tells.
    return { state: 'none' };
  }
}
