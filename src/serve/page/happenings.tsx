/** Signs of bad health, warnings, rollbacks, resumptions and damaged lines of a run. */
import type { JSX } from 'preact';
import type { Happening, HappeningsAnswer } from '../answers.js';
import { timeText } from './texts.js';

const kinds: Readonly<Record<Happening['kind'], string>> = {
  warning: 'Warning',
  rollback: 'Taken back',
  resume: 'Resumed',
  damage: 'Damaged line',
};

export function Happenings({ happenings }: { readonly happenings: HappeningsAnswer }): JSX.Element {
  const { shown, omitted } = happenings;
  return (
    <section aria-labelledby="health">
      <h2 id="health">Health</h2>
      {shown.length === 0 && <p>No warnings.</p>}
      {shown.length > 0 && (
        <div class="scroll" role="region" tabIndex={0} aria-label="Warnings and other moments">
          <ul class="happenings">
            {shown.toReversed().map((happening, index) => (
              <li key={shown.length - index} class={happening.kind}>
                <HappeningText happening={happening} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {omitted > 0 && <p>{omitted} earlier ones are not shown.</p>}
    </section>
  );
}

function HappeningText({ happening }: { readonly happening: Happening }): JSX.Element {
  const { kind, step, time, code, message, hint } = happening;
  return (
    <>
      <p>
        <strong>
          {kinds[kind]}
          {code !== '' && ` ${code}`}
          {step !== null && `, step ${step}`}:
        </strong>{' '}
        {message}{' '}
        {time !== null && (
          <time class="hint" dateTime={time}>
            {timeText(time)}
          </time>
        )}
      </p>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </>
  );
}
