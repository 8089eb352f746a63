/** One of several pictures, chosen by a slider or shown one after the other. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface FramesProps {
  /** Of the slider. */
  readonly id: string;
  readonly label: string;
  /** Short words for each picture; at least one. */
  readonly names: readonly string[];
  /** The first pictures that are shown; the last ones are followed as more come. */
  readonly start: 'first' | 'last';
  readonly children: (index: number) => ComponentChildren;
}

/** Milliseconds between two pictures. */
const pace = 250;

export function Frames({ id, label, names, start, children }: FramesProps): JSX.Element {
  // Those at the start until the reader chooses others.
  const [chosen, setChosen] = useState<number>();
  const [plays, setPlays] = useState(false);
  const last = names.length - 1;
  const atStart = start === 'last' ? last : 0;
  const index = Math.min(chosen ?? atStart, last);
  const name = names[index] ?? '';
  useEffect(() => {
    if (!plays) return;
    const timer = setInterval(() => {
      setChosen((before = atStart) => (before >= last ? 0 : before + 1));
    }, pace);
    return () => {
      clearInterval(timer);
    };
  }, [plays, atStart, last]);
  return (
    <>
      {children(index)}
      <div class="slider">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          value={index}
          aria-valuetext={`${label.toLowerCase()} ${name}`}
          onInput={({ currentTarget }) => {
            const at = currentTarget.valueAsNumber;
            setPlays(false);
            setChosen(at === atStart ? undefined : at);
          }}
        />
        <span>{name}</span>
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
    </>
  );
}
