/** The spec of a run with every default. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SettingAnswer } from '../answers.js';

export function Settings({
  settings,
}: {
  readonly settings: readonly SettingAnswer[];
}): JSX.Element {
  const [hidesDefaults, setHides] = useState(false);
  const shown = hidesDefaults ? settings.filter(({ isDefault }) => !isDefault) : settings;
  return (
    <section aria-labelledby="spec">
      <h2 id="spec">Spec with all defaults</h2>
      <details>
        <summary>{settings.length} values</summary>
        <label>
          <input
            type="checkbox"
            checked={hidesDefaults}
            onChange={({ currentTarget }) => {
              setHides(currentTarget.checked);
            }}
          />{' '}
          Only those that the spec gives
        </label>
        <div class="scroll" role="region" tabIndex={0} aria-label="Values of the spec">
          <table>
            <thead>
              <tr>
                <th scope="col">Path, as for --set</th>
                <th scope="col">Value</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ path, value, isDefault }) => (
                <tr key={path} class={isDefault ? 'default' : 'given'}>
                  <th scope="row">
                    <code>{path}</code>
                  </th>
                  <td>
                    <code>{value}</code>
                  </td>
                  <td>{isDefault ? 'default' : 'spec'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
