/** Numbers by the step in bounded memory. */
import type { Metrics } from '../runs/events.js';
import type { Curve, CurvesAnswer } from './answers.js';

/** Ranges are joined in pairs once there are this many, so that a curve has at least half as many: about one for each point of a chart. */
const maxRanges = 1024;

interface Extent {
  readonly sum: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/** Neighbouring lines. */
interface Range {
  /** That of the last line. */
  step: number;
  lines: number;
  readonly extents: Map<string, Extent>;
}

export class BoundedCurves {
  #ranges: Range[] = [];
  /** Lines in a full range. */
  #width = 1;

  /** Adds a line. @param step Later than that of the line before. */
  add(step: number, metrics: Metrics): void {
    let last = this.#ranges.at(-1);
    if (!last || last.lines >= this.#width) {
      if (this.#ranges.length >= maxRanges) this.#joinPairs();
      last = { step, lines: 0, extents: new Map() };
      this.#ranges.push(last);
    }
    last.step = step;
    last.lines += 1;
    for (const name of Object.keys(metrics)) {
      const value = metrics[name] ?? NaN;
      // A name without a finite number is kept, so that its curve is there, with a gap.
      const one = Number.isFinite(value)
        ? { sum: value, count: 1, low: value, high: value }
        : nothing;
      last.extents.set(name, joined(last.extents.get(name), one));
    }
  }

  /** Takes back the ranges with lines after a step. */
  cutAfter(step: number): void {
    this.#ranges = this.#ranges.filter((range) => range.step <= step);
  }

  answer(): CurvesAnswer {
    const names = new Set(this.#ranges.flatMap(({ extents }) => [...extents.keys()]));
    return {
      steps: this.#ranges.map(({ step }) => step),
      curves: [...names].map((name) => this.#curve(name)),
    };
  }

  #curve(name: string): Curve {
    const extents = this.#ranges.map((range) => range.extents.get(name) ?? nothing);
    const column = (of: (extent: Extent) => number): (number | null)[] =>
      extents.map((extent) => (extent.count === 0 ? null : rounded(of(extent))));
    const mean = column(({ sum, count }) => sum / count);
    if (this.#width === 1) return { name, mean };
    return { name, mean, low: column(({ low }) => low), high: column(({ high }) => high) };
  }

  #joinPairs(): void {
    const pairs: Range[] = [];
    for (let at = 0; at < this.#ranges.length; at += 2) {
      const [first, second] = this.#ranges.slice(at, at + 2);
      if (first) pairs.push(second ? joinedRange(first, second) : first);
    }
    this.#ranges = pairs;
    this.#width *= 2;
  }
}

const nothing: Extent = { sum: 0, count: 0, low: Infinity, high: -Infinity };

function joined(one: Extent = nothing, other: Extent = nothing): Extent {
  return {
    sum: one.sum + other.sum,
    count: one.count + other.count,
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
  };
}

function joinedRange(first: Range, { step, lines, extents }: Range): Range {
  const names = new Set([...first.extents.keys(), ...extents.keys()]);
  const all = [...names].map(
    (name) => [name, joined(first.extents.get(name), extents.get(name))] as const,
  );
  return { step, lines: first.lines + lines, extents: new Map(all) };
}

/** Six digits: more than a screen shows. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
