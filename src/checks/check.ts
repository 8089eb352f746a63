/** Checks of entries, and their findings. */
import { atPlace, callPlugin } from '../diagnostics/codePlace.js';
import { thrownByHook } from '../entries/thrownByHook.js';

/** The result of one check of one entry. */
export interface CheckFinding {
  /** Kind and type of the entry, as in `loss "acme/soft"`. */
  readonly entry: string;
  /** The part of its definition that was checked, such as `discriminatorLoss`. */
  readonly hook: string;
  /** The claim that was checked, as in `is a finite scalar`. */
  readonly claim: string;
  readonly ok: boolean;
  /** The failure, with its numbers; empty where the claim holds. */
  readonly detail: string;
  /** The way out where the claim does not hold. */
  readonly fix: string;
}

/** A failure message; undefined where a check passes. */
export type Failure = string | undefined;

/** A claim that must hold for every entry of a kind. */
export interface Check<Subject> {
  readonly hook: string;
  /** A fact about the hook, as in `is a finite scalar`. */
  readonly claim: string;
  readonly fix: string;
  /** Tests the claim; an error that it throws counts as a failure. */
  readonly run: (subject: Subject) => Failure | Promise<Failure>;
}

/** A mistake of a hook, with the way out. */
export class HookError extends Error {
  override readonly name = 'HookError';
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** A subject of checks. */
export interface Titled {
  /** Distinguishes it from the other subjects of one entry. */
  readonly title: string;
}

/** Findings of several checks. */
export interface CheckResults {
  readonly findings: readonly CheckFinding[];
  /** True where a check failed by an error. */
  readonly threw: boolean;
}

/**
 * Runs every check on every subject. Gives one finding for each check, of the first subject that fails. An error is
 * reported once, and a hook that has thrown is not checked further.
 */
export async function runChecks<Subject extends Titled>(
  entry: string,
  checks: readonly Check<Subject>[],
  subjects: readonly Subject[],
): Promise<CheckResults> {
  const findings: CheckFinding[] = [];
  const thrown = new Set<string>();
  for (const check of checks) {
    const { hook, claim, fix } = check;
    if (thrown.has(hook)) continue;
    const found = await firstFailure(check, subjects);
    if (found?.thrown !== undefined) {
      // The same mistake at another batch size reads the same but for its numbers.
      const mistake = found.thrown.replaceAll(/\d+/g, '#');
      if (thrown.has(mistake)) continue;
      thrown.add(mistake).add(hook);
    }
    findings.push({
      entry,
      hook,
      claim,
      ok: found === undefined,
      detail: found?.detail ?? '',
      fix: found?.fix ?? fix,
    });
  }
  return { findings, threw: thrown.size > 0 };
}

interface FoundFailure {
  readonly detail: string;
  /** Message of the error, where one was thrown. */
  readonly thrown?: string;
  readonly fix?: string;
}

async function firstFailure<Subject extends Titled>(
  { run }: Check<Subject>,
  subjects: readonly Subject[],
): Promise<FoundFailure | undefined> {
  for (const subject of subjects) {
    try {
      const found = await callPlugin(() => run(subject));
      if (found !== undefined) return { detail: `with ${subject.title}: ${found}` };
    } catch (error) {
      const thrown = thrownByHook(error);
      const detail = `with ${subject.title} it throws: ${thrown}${atPlace(error)}`;
      return { detail, thrown, fix: hintOf(error) };
    }
  }
  return undefined;
}

/** The way out that an error names. */
export function hintOf(error: unknown): string {
  const hint = error instanceof Error ? (error as Error & { hint?: unknown }).hint : undefined;
  return typeof hint === 'string'
    ? hint
    : 'Every hook must work for every example of the entry; mend what throws.';
}
