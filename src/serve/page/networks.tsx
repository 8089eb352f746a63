/** The networks of a run, layer by layer and as pictures. */
import type { JSX } from 'preact';
import type { NetworkAnswer } from '../answers.js';

export function Networks({
  networks,
}: {
  readonly networks: readonly NetworkAnswer[];
}): JSX.Element {
  return (
    <section aria-labelledby="networks">
      <h2 id="networks">Networks</h2>
      <p class="hint">FLOPs and activation bytes are those of one sample’s forward pass.</p>
      {networks.map((network) => (
        <NetworkTable key={network.name} network={network} />
      ))}
    </section>
  );
}

function NetworkTable({ network }: { readonly network: NetworkAnswer }): JSX.Element {
  const { name, input, output, layers, parameters, flops, activation, picture } = network;
  const title = `${name}: ${input} → ${output}`;
  return (
    <>
      <h3>{title}</h3>
      <div class="scroll" role="region" tabIndex={0} aria-label={`Layers of the ${name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">Type</th>
              <th scope="col">Reads</th>
              <th scope="col">Output</th>
              <th scope="col" class="number">
                Parameters
              </th>
              <th scope="col" class="number">
                FLOPs
              </th>
              <th scope="col" class="number">
                Activation
              </th>
            </tr>
          </thead>
          <tbody>
            {layers.map((layer) => (
              <tr key={layer.name}>
                <th scope="row">{layer.name}</th>
                <td>{layer.type}</td>
                <td>{layer.inputs.join(', ')}</td>
                <td>{layer.output}</td>
                <td class="number">{layer.parameters}</td>
                <td class="number">{layer.flops}</td>
                <td class="number">{layer.activation}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">total</th>
              <td colSpan={3}></td>
              <td class="number">{parameters}</td>
              <td class="number">{flops}</td>
              <td class="number">{activation}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <details>
        <summary>The {name} as a picture</summary>
        <div class="scroll" role="region" tabIndex={0} aria-label={`Picture of the ${name}`}>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
            alt={`${title}, through ${layers.length} layers: ${layers.map((layer) => layer.name).join(', ')}`}
          />
        </div>
      </details>
    </>
  );
}
