/** The values in which the specs of runs differ. */
import type { JSX } from 'preact';
import type { Details } from './details.js';

interface DifferencesProps {
  readonly paths: readonly string[];
  readonly details: ReadonlyMap<string, Details>;
}

export function Differences({ paths, details }: DifferencesProps): JSX.Element | null {
  const specs = paths.map((path) => {
    const known = details.get(path);
    return known?.state === 'here'
      ? new Map(known.value.settings.map(({ path: key, value }) => [key, value]))
      : undefined;
  });
  const known = specs.filter((spec) => spec !== undefined);
  if (known.length < paths.length) return null;
  const keys = [...new Set(known.flatMap((spec) => [...spec.keys()]))];
  const different = keys.filter((key) => new Set(known.map((spec) => spec.get(key))).size > 1);
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">Differences of the specs</h2>
      {different.length === 0 && <p>There are none: the specs are the same.</p>}
      {different.length > 0 && (
        <div class="scroll" role="region" tabIndex={0} aria-label="Table of the differences">
          <table>
            <thead>
              <tr>
                <th scope="col">Path, as for --set</th>
                {paths.map((path, index) => (
                  <th key={path} scope="col" class={`line-${index}`}>
                    {path}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {different.map((key) => (
                <tr key={key}>
                  <th scope="row">
                    <code>{key}</code>
                  </th>
                  {known.map((spec, index) => (
                    <td key={paths[index]}>
                      <code>{spec.get(key) ?? '–'}</code>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
