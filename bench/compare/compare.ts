/** Comparison of ganspec with its peers at one workload. */
import { availableParallelism, cpus } from 'node:os';
import { conclude } from './figures.js';
import type { MatMul } from './matMul.js';
import { commandOf, ganspec, hasEnvironment, type Peer } from './peers.js';
import { quietShare } from './quiet.js';
import type { Result } from './results.js';
import { runRounds } from './rounds.js';
import { Worker, WorkerFailure } from './worker.js';
import type { Workload } from './workloads.js';

export interface ComparisonOptions {
  /** Others than ganspec, if they are installed. */
  readonly peers: readonly Peer[];
  readonly threads: number;
  readonly rounds: number;
  readonly matMul: MatMul;
  /** As the user typed it. */
  readonly command: string;
}

interface StartedPeer {
  readonly name: string;
  readonly worker: Worker;
  readonly version: string;
  /** The trained numbers of both networks. */
  readonly parameters: readonly number[];
  readonly firstStepSeconds: number;
}

/** @returns Undefined where the machine was too busy to conclude, or ganspec itself failed. */
export async function compare(
  workload: Workload,
  { peers, threads, rounds: count, matMul, command }: ComparisonOptions,
): Promise<Result | undefined> {
  const failed: { name: string; reason: string }[] = [];
  const fail = (name: string, reason: string): void => {
    failed.push({ name, reason });
    console.error(`${workload.name}: ${name} is left out: ${wayOut(reason)}`);
  };
  const started: StartedPeer[] = [];
  try {
    for (const peer of [ganspec, ...(hasEnvironment() ? peers : [])]) {
      const expected = started[0]?.parameters;
      const one = await start(peer, commandOf(peer, workload, threads), expected, fail);
      if (one !== undefined) started.push(one);
    }
    const rounds = await runRounds(started, count, matMul, fail);
    const { figures, ...conclusion } = conclude(rounds, ganspec.name);
    if (figures.size === 0) {
      tellBusy(workload, conclusion);
      return undefined;
    }
    if (!figures.has(ganspec.name)) return undefined;
    return {
      workload: workload.name,
      date: new Date().toISOString().slice(0, 10),
      command,
      cpu: cpus()[0]?.model ?? 'unknown processor',
      cores: availableParallelism(),
      threads,
      ...conclusion,
      peers: started.flatMap(({ name, version, firstStepSeconds }) => {
        const ofPeer = figures.get(name);
        return ofPeer === undefined ? [] : [{ name, version, firstStepSeconds, ...ofPeer }];
      }),
      failed,
    };
  } finally {
    for (const { worker } of started) worker.stop();
  }
}

/** @param expected Numbers of parameters that its networks must have, if they are known. */
async function start(
  { name }: Peer,
  command: readonly string[],
  expected: readonly number[] | undefined,
  fail: (name: string, reason: string) => void,
): Promise<StartedPeer | undefined> {
  try {
    return { name, ...(await Worker.start(command, expected)) };
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    fail(name, error.message);
    return undefined;
  }
}

function wayOut(reason: string): string {
  return reason.startsWith('ModuleNotFoundError')
    ? `${reason} (npm run bench:setup installs it)`
    : reason;
}

function tellBusy(
  { name }: Workload,
  { rounds, quietRounds }: { readonly rounds: number; readonly quietRounds: number },
): void {
  console.error(
    `${name}: no conclusion, the machine is busy: in ${rounds - quietRounds} of ${rounds} rounds it multiplied matrices at less than ` +
      `${100 * quietShare} % of its best rate. Stop other programs, and run it again.`,
  );
}
