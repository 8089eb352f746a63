/** Differences between two specs, key by key, in the words of a spec. */

/** A key whose value differs. */
export interface SpecChange {
  /** As `--set` takes it: `generator.layers.0.units`. */
  readonly path: string;
  /** Undefined where the key is new. */
  readonly before: unknown;
  /** Undefined where the key is gone. */
  readonly after: unknown;
}

/** The keys whose values differ, the deepest that name the difference. */
export function specChanges(before: unknown, after: unknown, path = ''): readonly SpecChange[] {
  if (isDeep(before) && isDeep(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) =>
      specChanges(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

/** As in `training.batchSize: 64 → 32`. */
export function changeText({ path, before, after }: SpecChange): string {
  return `${path}: ${valueText(before)} → ${valueText(after)}`;
}

/** Longest value that a message shows. */
const longestValue = 60;

function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function isDeep(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
