/** Rounds in which all workers have a turn, one after the other. */
import { setTimeout } from 'node:timers/promises';
import type { MatMul } from './matMul.js';
import { quietShare } from './quiet.js';
import { median } from './quantile.js';
import { WorkerFailure, type Turn, type Worker } from './worker.js';

/** A worker that has done its first step. */
export interface Started {
  readonly name: string;
  readonly worker: Worker;
}

export interface Round {
  /** GFLOP/s of a matrix product between the turns, the slowest. */
  readonly matMulRate: number;
  readonly turns: ReadonlyMap<string, Turn>;
}

/** Length of a turn that is aimed at; slow workers have a step each time. */
const turnMilliseconds = 400;
const mostSteps = 200;
/** Seconds for which a turn waits until the machine is quiet. */
const secondsToWait = 3;
const attempts = 2;

/**
 * Rounds after two that warm the workers up. A worker that fails is left out of the rest.
 * @param failed Told of each failure.
 */
export async function runRounds(
  started: readonly Started[],
  count: number,
  matMul: MatMul,
  failed: (name: string, reason: string) => void,
): Promise<readonly Round[]> {
  const steps = new Map<string, number>();
  const best = { rate: 0 };
  const takeTurn = async ({ name, worker }: Started): Promise<Turn | undefined> => {
    try {
      const turn = await worker.turn(steps.get(name) ?? 1);
      const wanted = Math.round(turnMilliseconds / median(turn.milliseconds));
      steps.set(name, Math.min(mostSteps, Math.max(1, wanted)));
      return turn;
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error;
      failed(name, error.message);
      return undefined;
    }
  };
  /** A turn between two quiet moments if there is one in a few attempts, and the slower rate around it. */
  const takeQuietTurn = async (one: Started) => {
    for (let attempt = 1; ; attempt += 1) {
      const before = await quietRate(matMul, best);
      const turn = await takeTurn(one);
      const rate = Math.min(before, await rateOf(matMul));
      const isQuiet = rate >= quietShare * best.rate;
      if (turn === undefined || isQuiet || attempt === attempts) return { turn, rate };
    }
  };
  let working = started;
  const rounds: Round[] = [];
  const warmUp = 2;
  for (let at = 0; at < warmUp + count; at += 1) {
    const turns = new Map<string, Turn>();
    const rates: number[] = [];
    for (const one of working) {
      const { turn, rate } = await takeQuietTurn(one);
      if (turn !== undefined) turns.set(one.name, turn);
      rates.push(rate);
    }
    working = working.filter(({ name }) => turns.has(name));
    if (at >= warmUp) rounds.push({ matMulRate: Math.min(...rates), turns });
  }
  return rounds;
}

/** The rate once the machine is quiet, or after some seconds in which it was not. */
async function quietRate(matMul: MatMul, best: { rate: number }): Promise<number> {
  for (let second = 0; ; second += 1) {
    const rate = await rateOf(matMul);
    best.rate = Math.max(best.rate, rate);
    if (rate >= quietShare * best.rate || second === secondsToWait) return rate;
    await setTimeout(1000);
  }
}

/** The median rate of a few matrix products. */
async function rateOf(matMul: MatMul): Promise<number> {
  const rates: number[] = [];
  for (let at = 0; at < 5; at += 1) rates.push(await matMul.rate());
  return median(rates);
}
