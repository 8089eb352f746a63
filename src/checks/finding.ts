/** Questions about entries, and what came of them. */

/** What came of one question about one entry. */
export interface Finding {
  /** Kind and type of the entry, as in `loss "acme/soft"`. */
  readonly entry: string;
  /** The part of its definition that the question is about, such as `discriminatorLoss`. */
  readonly hook: string;
  /** What should hold, as a plain fact. */
  readonly question: string;
  readonly ok: boolean;
  /** What speaks against it, with the numbers; empty where it holds. */
  readonly detail: string;
  /** What to do where it does not hold. */
  readonly fix: string;
}

/** What speaks against a fact; undefined where nothing does. */
export type Objection = string | undefined;

/** A fact that should hold for every entry of a kind. */
export interface Question<Subject> {
  readonly hook: string;
  readonly question: string;
  readonly fix: string;
  /** What is thrown here counts as an objection. */
  readonly objection: (subject: Subject) => Objection | Promise<Objection>;
}

/** What a hook did wrong, and the way out. */
export class HookError extends Error {
  override readonly name = 'HookError';
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Something to ask about, and how it is told from its like. */
export interface Titled {
  readonly title: string;
}

/**
 * Asks every question about every subject. One finding for each question: the first subject for which it does not hold.
 * What is thrown is told once, and nothing more is said of a hook that has thrown.
 */
export async function askAll<Subject extends Titled>(
  entry: string,
  questions: readonly Question<Subject>[],
  subjects: readonly Subject[],
): Promise<Answers> {
  const findings: Finding[] = [];
  const thrown = new Set<string>();
  for (const { hook, question, fix, objection } of questions) {
    if (thrown.has(hook)) continue;
    const found = await firstObjection(objection, subjects);
    if (found?.thrown !== undefined) {
      // The same mistake at another batch size reads the same but for its numbers.
      const mistake = found.thrown.replaceAll(/\d+/g, '#');
      if (thrown.has(mistake)) continue;
      thrown.add(mistake).add(hook);
    }
    const ok = found === undefined;
    findings.push({
      entry,
      hook,
      question,
      ok,
      detail: found?.detail ?? '',
      fix: found?.fix ?? fix,
    });
  }
  return { findings, threw: thrown.size > 0 };
}

/** Findings, and whether any of them is that something was thrown. */
export interface Answers {
  readonly findings: readonly Finding[];
  readonly threw: boolean;
}

interface Found {
  readonly detail: string;
  readonly thrown?: string;
  readonly fix?: string;
}

async function firstObjection<Subject extends Titled>(
  objection: Question<Subject>['objection'],
  subjects: readonly Subject[],
): Promise<Found | undefined> {
  for (const subject of subjects) {
    try {
      const found = await objection(subject);
      if (found !== undefined) return { detail: `with ${subject.title}: ${found}` };
    } catch (error) {
      const thrown = error instanceof Error ? error.message : String(error);
      return { detail: `with ${subject.title} it throws: ${thrown}`, thrown, fix: hintOf(error) };
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
