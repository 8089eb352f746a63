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
  /** GFLOP/s of a matrix product around the turns, the slower of two. */
  readonly matMulRate: number;
  readonly turns: ReadonlyMap<string, Turn>;
}

/** Length of a turn that is aimed at; slow workers have a step each time. */
const turnMilliseconds = 400;
const mostSteps = 200;
/** Seconds for which a round waits until the machine is quiet. */
const secondsToWait = 15;

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
  const takeTurn = async ({ name, worker }: Started): Promise<Turn | undefined> => {
    if (!steps.has(name)) steps.set(name, 1);
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
  let working = started;
  const rounds: Round[] = [];
  const warmUp = 2;
  const best = { rate: 0 };
  for (let at = 0; at < warmUp + count; at += 1) {
    const before = await quietRate(matMul, best);
    const turns = new Map<string, Turn>();
    for (const one of working) {
      const turn = await takeTurn(one);
      if (turn !== undefined) turns.set(one.name, turn);
    }
    working = working.filter(({ name }) => turns.has(name));
    const after = await rateOf(matMul);
    if (at >= warmUp) rounds.push({ matMulRate: Math.min(before, after), turns });
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
