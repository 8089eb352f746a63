/** Rules of health: signs by which a run that goes wrong is known while it trains. */
import type { NormalMonitor } from '../../language/normalSpec.js';
import type { Metrics } from '../../runs/events.js';
import type { Memory, RunContext } from '../monitors/monitor.js';

type Health = NormalMonitor['health'];

/** Names of the rules, which are keys of `monitor.health`. */
export type RuleName = Exclude<keyof Health, 'rollback'>;

/** Reply to a sign: none, a warning, the end of the run (exit code 5), or a return to the last healthy state. */
export type Action = Health[RuleName]['action'];

/** A sign that a run goes wrong. */
export interface Sign {
  /** A phrase with the numbers that show it. */
  readonly message: string;
  /** Remedy for this very sign; default: the rule's. */
  readonly hint?: string;
  /** Its cause, found by repeating iterations: the session is at another moment afterwards. */
  readonly examine?: () => Promise<Cause | undefined>;
}

/** The cause of a sign. */
export interface Cause {
  /** A phrase, to follow the message. */
  readonly phrase: string;
  /** Its remedy; default: that of the sign. */
  readonly hint?: string;
}

/** A rule in a run. Its memory, where it has one, is part of the checkpoints. */
export interface Watch extends Partial<Omit<Memory, 'name'>> {
  /** Looks at a run after an iteration. */
  iteration(metrics: Metrics): Sign | undefined | Promise<Sign | undefined>;
  /** Looks at a run that has ended. */
  end?(): Promise<Sign | undefined>;
  /** Iterations done at the newest moment after which nothing was seen for as long as a sign takes; absent where a single look is one. */
  healthyAt?(): number;
}

interface Definition<N extends RuleName> {
  readonly name: N;
  /** As in `docs/errors.md`. */
  readonly code: string;
  /** Full sentences: likely cause and remedy, with the paper. */
  readonly hint: string;
  /** JSON schema of the memory; absent for a rule without one. */
  readonly memorySchema?: object;
  watch(run: RunContext, options: Health[N]): Watch;
}

export interface HealthRule {
  readonly name: RuleName;
  readonly code: string;
  readonly hint: string;
  readonly memorySchema: object | undefined;
  /** @returns undefined where the rule is off. */
  open(run: RunContext): OpenRule | undefined;
}

interface OpenRule {
  readonly action: Exclude<Action, 'off'>;
  readonly watch: Watch;
}

/** Makes a rule. */
export function defineRule<N extends RuleName>(definition: Definition<N>): HealthRule {
  const { name, code, hint, memorySchema } = definition;
  return {
    name,
    code,
    hint,
    memorySchema,
    open: (run) => {
      const options = run.spec.monitor.health[name];
      const { action } = options;
      return action === 'off' ? undefined : { action, watch: definition.watch(run, options) };
    },
  };
}
