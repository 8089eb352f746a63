/**
 * Memoizes a function for each subject and key, as long as the subject is in use. Errors are not kept.
 */
export function remembered<Subject extends object, Key extends readonly unknown[], Value>(
  compute: (subject: Subject, ...key: Key) => Value,
): (subject: Subject, ...key: Key) => Value {
  const known = new WeakMap<Subject, Map<string, Value>>();
  return (subject, ...key) => {
    const values = known.get(subject) ?? new Map<string, Value>();
    known.set(subject, values);
    const name = JSON.stringify(key);
    // A value may be undefined.
    if (!values.has(name)) values.set(name, compute(subject, ...key));
    return values.get(name) as Value;
  };
}
