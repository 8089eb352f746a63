/** All that there is to see of a run. */
import type { ComponentChildren, JSX } from 'preact';
import type { HeadAnswer } from '../answers.js';
import type { Details } from './details.js';
import { Happenings } from './happenings.js';
import type { KnownParts } from './liveRuns.js';
import { Losses, OtherNumbers } from './logCharts.js';
import { Networks } from './networks.js';
import { SampleSlider } from './sampleSlider.js';
import { Settings } from './settings.js';
import { Progress, StateBadge } from './stateBadge.js';
import { durationLabel, groupedDigits, timeText } from './texts.js';
import { NoticeBox } from './view.js';

interface RunSectionsProps {
  readonly path: string;
  readonly parts: KnownParts;
  readonly details: Details | undefined;
  /** Follows the samples and the losses. */
  readonly children?: ComponentChildren;
}

export function RunSections({ path, parts, details, children }: RunSectionsProps): JSX.Element {
  const { head, fault, log, evaluations, samples, happenings } = parts;
  return (
    <>
      {fault && <NoticeBox notice={fault} />}
      {head && <Head head={head} />}
      <div class="overview">
        {samples && samples.length > 0 && <SampleSlider path={path} samples={samples} />}
        <div>
          {happenings && <Happenings happenings={happenings} />}
          {log && <Losses log={log} />}
        </div>
      </div>
      {children}
      {log && evaluations && <OtherNumbers log={log} evaluations={evaluations} />}
      {details?.state === 'refused' && !fault && <NoticeBox notice={details.notice} />}
      {details?.state === 'here' && (
        <>
          <Networks networks={details.value.networks} />
          <Settings settings={details.value.settings} />
        </>
      )}
    </>
  );
}

function Head({ head }: { readonly head: HeadAnswer }): JSX.Element {
  const { name, state, step, steps, engine, seed, started, seconds, rate, noun, read } = head;
  const remaining = step > 0 ? (seconds / step) * (steps - step) : 0;
  return (
    <>
      {read < 1 && (
        <p>
          <progress value={read} aria-label="Events read" /> Reading the events:{' '}
          {Math.floor(100 * read)} %
        </p>
      )}
      <dl class="facts">
        <Fact name="State">
          <StateBadge state={state} />
        </Fact>
        <Fact name="Step">
          <Progress step={step} steps={steps} />
        </Fact>
        <Fact name="Spec">{name}</Fact>
        <Fact name="Started">
          <time dateTime={started}>{timeText(started)}</time>
        </Fact>
        <Fact name="Took">{durationLabel(seconds)}</Fact>
        {state === 'running' && step > 0 && (
          <Fact name="Remaining">{durationLabel(Math.max(0, remaining))}</Fact>
        )}
        {rate !== null && (
          <Fact name="Rate">
            {groupedDigits(Math.round(rate))} {noun}/s
          </Fact>
        )}
        <Fact name="Engine">{engine}</Fact>
        <Fact name="Seed">{seed}</Fact>
      </dl>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Fact({ name, children }: FactProps): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
