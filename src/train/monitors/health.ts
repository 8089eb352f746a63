/** Passes every iteration through the rules of health, and does what `monitor.health` says about their signs. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { momentOf } from '../../runs/checkpoints.js';
import { healthRules } from '../health/rules.js';
import type { Action, HealthRule, RuleName, Sign, Watch } from '../health/rule.js';
import type { Memory, OpenMonitor, RunContext } from './monitor.js';

/** Iterations without a sign after which its next one is reported anew. */
const calm = 500;

export const health: OpenMonitor = (run) => {
  const state = new HealthState(run);
  return {
    memory: state,
    iteration: async (metrics) => {
      for (const active of state.active) {
        const sign = await active.watch.iteration(metrics);
        if (sign && (await state.respond(active, sign))) return;
      }
      run.kept.wasHealthyAt(state.healthyAt);
    },
    end: async () => {
      for (const active of state.active) {
        const sign = await active.watch.end?.();
        // A run that has ended cannot be taken back.
        if (sign) throw await stopped(active.rule, sign);
      }
    },
  };
};

interface ActiveRule {
  readonly rule: HealthRule;
  readonly action: Exclude<Action, 'off'>;
  readonly watch: Watch;
}

/** The memory as JSON. */
interface SavedHealth {
  readonly rollbacks: number;
  readonly rules: readonly (readonly [RuleName, SavedRule])[];
}

interface SavedRule {
  /** Iteration of the last sign; null for none. */
  readonly seen: number | null;
  readonly memory: unknown;
}

const count = { type: 'integer', minimum: 0 } as const;

/** The form of the memory. */
export const healthMemorySchema = {
  type: 'object',
  required: ['rollbacks', 'rules'],
  properties: {
    rollbacks: count,
    rules: {
      type: 'array',
      items: {
        oneOf: healthRules.map(({ name, memorySchema }) => ({
          type: 'array',
          items: [{ const: name }, savedRuleSchema(memorySchema)],
          minItems: 2,
          additionalItems: false,
        })),
      },
    },
  },
} as const;

function savedRuleSchema(memory: object | undefined): object {
  const none = { type: 'null' };
  return {
    type: 'object',
    required: ['seen', 'memory'],
    properties: {
      seen: { anyOf: [none, count] },
      memory: memory ? { anyOf: [none, memory] } : none,
    },
  };
}

class HealthState implements Memory {
  readonly name = 'health';
  readonly active: readonly ActiveRule[];
  /** Iteration of the last sign, by rule. */
  readonly #seen = new Map<RuleName, number>();
  #rollbacks = 0;

  constructor(private readonly run: RunContext) {
    this.active = healthRules.flatMap((rule) => {
      const open = rule.open(run);
      return open ? [{ rule, ...open }] : [];
    });
    run.kept.wasHealthyAt(this.healthyAt);
  }

  /** Iterations done at the newest moment after which the run was healthy for all rules that may take it back. */
  get healthyAt(): number {
    const ofRollbacks = this.active.filter(({ action }) => action === 'rollback');
    return Math.min(...ofRollbacks.map(({ watch }) => watch.healthyAt?.() ?? Infinity));
  }

  save(): SavedHealth {
    const saved = this.active.map(({ rule: { name }, watch }) => {
      const memory = watch.save?.() ?? null;
      return [name, { seen: this.#seen.get(name) ?? null, memory }] as const;
    });
    return { rollbacks: this.#rollbacks, rules: saved };
  }

  restore(saved: unknown): void {
    // As `save` gave it.
    const { rollbacks, rules: byName } = saved as SavedHealth;
    const known = new Map(byName);
    this.#seen.clear();
    for (const { rule, watch } of this.active) {
      const { seen = null, memory = null } = known.get(rule.name) ?? {};
      if (seen !== null) this.#seen.set(rule.name, seen);
      if (memory !== null) watch.restore?.(memory);
    }
    this.#setRollbacks(rollbacks);
    this.run.kept.wasHealthyAt(this.healthyAt);
  }

  /** @returns true where the run has been taken back. @throws GanspecError, exit code 5, where it is to stop. */
  async respond({ rule, action }: ActiveRule, sign: Sign): Promise<boolean> {
    const { session, emit, spec } = this.run;
    const { step } = session;
    const last = this.#seen.get(rule.name);
    this.#seen.set(rule.name, step);
    if (action === 'warn') {
      const isNew = last === undefined || step - last > calm;
      const { message, hint = rule.hint } = sign;
      if (isNew) emit({ type: 'warning', code: rule.code, message, hint });
      return false;
    }
    const { times } = spec.monitor.health.rollback;
    if (action === 'stop' || this.#rollbacks >= times) {
      throw await stopped(rule, sign, action === 'stop' ? 0 : this.#rollbacks);
    }
    await this.#rollBack(rule, sign, step);
    return true;
  }

  async #rollBack({ code }: HealthRule, sign: Sign, from: number): Promise<void> {
    const { session, emit, kept, folder, memories, restoreMemories } = this.run;
    const { message } = await explained(sign);
    const good = kept.healthy;
    if (!good) throw new GanspecError(code, exitCodes.diverged, message);
    const rollbacks = this.#rollbacks + 1;
    await session.restoreState(good.state, good.unfinished);
    kept.goBack();
    restoreMemories(good.monitors);
    this.#setRollbacks(rollbacks);
    const { rateFactor } = session;
    emit({ type: 'rollback', code, message, from, step: session.step, rateFactor });
    folder?.goBack(momentOf(good), memories());
  }

  #setRollbacks(rollbacks: number): void {
    this.#rollbacks = rollbacks;
    this.run.session.rateFactor = this.run.spec.monitor.health.rollback.rate ** rollbacks;
  }
}

/** A sign with its cause. */
async function explained({
  message,
  hint,
  examine,
}: Sign): Promise<Pick<Sign, 'message' | 'hint'>> {
  const cause = await examine?.();
  if (!cause) return { message, ...(hint !== undefined && { hint }) };
  const known = cause.hint ?? hint;
  return { message: `${message}; ${cause.phrase}`, ...(known !== undefined && { hint: known }) };
}

async function stopped(rule: HealthRule, sign: Sign, rollbacks = 0): Promise<GanspecError> {
  const { message, hint = rule.hint } = await explained(sign);
  const tried = rollbacks === 0 ? '' : `; going back did not help (${rollbacks} times)`;
  return new GanspecError(rule.code, exitCodes.diverged, `${message}${tried}`, hint);
}
