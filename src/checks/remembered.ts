/**
 * The same function, which computes its value once for each subject and key; a subject that is no longer used is forgotten.
 * What it throws is not kept.
 */
export function remembered<Subject extends object, Key extends readonly unknown[], Value>(
  compute: (subject: Subject, ...key: Key) => Value,
): (subject: Subject, ...key: Key) => Value {
  const known = new WeakMap<Subject, Map<string, Value>>();
  return (subject, ...key) => {
    const values = known.get(subject) ?? new Map<string, Value>();
    known.set(subject, values);
    const name = JSON.stringify(key);
    // A value may be undefined, so what was computed is told by its name.
    if (!values.has(name)) values.set(name, compute(subject, ...key));
    return values.get(name) as Value;
  };
}
