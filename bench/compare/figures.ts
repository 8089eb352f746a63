/** Figures of all peers from the rounds of a run. */
import { median, quantile } from './quantile.js';
import { quietShare } from './quiet.js';
import type { Round } from './rounds.js';

/** The share of rounds that must be quiet for a conclusion. */
const quietRoundsNeeded = 0.5;

/** Steps of one peer in the quiet rounds. */
export interface Figures {
  readonly steps: number;
  readonly minMilliseconds: number;
  readonly medianMilliseconds: number;
  /** The median over the rounds of the time of its step, divided by that of ganspec's in the same round. */
  readonly ratio: number;
  readonly peakBytes: number;
}

export interface Conclusion {
  readonly rounds: number;
  readonly quietRounds: number;
  /** GFLOP/s of a matrix product at the best. */
  readonly bestMatMulRate: number;
  /** By the name of the peer; none where the machine was too busy to conclude. */
  readonly figures: ReadonlyMap<string, Figures>;
}

/** @param reference The peer that ratios refer to. */
export function conclude(rounds: readonly Round[], reference: string): Conclusion {
  const bestMatMulRate = Math.max(...rounds.map(({ matMulRate }) => matMulRate));
  const quiet = rounds.filter(({ matMulRate }) => matMulRate >= quietShare * bestMatMulRate);
  const conclusive = quiet.length >= quietRoundsNeeded * rounds.length;
  // A peer that failed on the way has no turn in the last round.
  const names = conclusive ? [...(rounds.at(-1)?.turns.keys() ?? [])] : [];
  return {
    rounds: rounds.length,
    quietRounds: quiet.length,
    bestMatMulRate,
    figures: new Map(names.map((name) => [name, figuresOf(name, quiet, reference)])),
  };
}

function figuresOf(name: string, rounds: readonly Round[], reference: string): Figures {
  const stepsIn = ({ turns }: Round, of: string): readonly number[] =>
    turns.get(of)?.milliseconds ?? [];
  const all = rounds.flatMap((round) => stepsIn(round, name));
  return {
    steps: all.length,
    minMilliseconds: quantile(all, 0),
    medianMilliseconds: median(all),
    ratio: median(
      rounds.map((round) => median(stepsIn(round, name)) / median(stepsIn(round, reference))),
    ),
    peakBytes: Math.max(...rounds.map(({ turns }) => turns.get(name)?.peakBytes ?? 0)),
  };
}
