/** Diagnostics of unknown keys that settings add or leave behind. */
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../../src/diagnostics/sink.js';
import { builtIns } from '../../../src/generated/entries.js';
import { Registry } from '../../../src/entries/registry.js';
import { specFromObject } from '../../../src/language/load/load.js';
import { validate } from '../../../src/language/validate/validate.js';

/** All that is said of the preset `ring` with this setting. */
function said(setting: string): string {
  const { tree } = specFromObject({ extends: 'ring' }, { file: 'x.json', set: [setting] });
  const sink = new DiagnosticSink(tree);
  validate(tree, new Registry(builtIns), sink);
  return renderDiagnostics(sink.list);
}

describe('--set', () => {
  it('with a key that is misspelt is told the right spelling', () => {
    expect(said('training.batchsize=32')).toBe(
      `--set:1:10 error GAN120: unknown key "batchsize" in training
    1 | training.batchsize=32
      |          ^^^^^^^^^
   hint: did you mean "batchSize"?
`,
    );
  });

  it('with an option of another type is told of which', () => {
    expect(said('optimizers.generator.rho=0.5')).toBe(
      `--set:1:22 error GAN120: unknown key "rho" in adam
    1 | optimizers.generator.rho=0.5
      |                      ^^^
   hint: rho is an option of rmsProp: Decay of the mean of the squared gradient.
`,
    );
  });

  it('of a type alone keeps the options of the type before, and is told how not to', () => {
    expect(said('optimizers.generator.type=sgd')).toBe(
      `presets/ring.json:73:7 error GAN120: unknown key "beta1" in sgd
   73 |       "beta1": 0.5
      |       ^^^^^^^
   hint: it comes from presets/ring.json; set the whole instead: --set 'optimizers.generator={"type":"sgd"}'
`,
    );
    expect(said('optimizers.generator={"type":"sgd"}')).toBe('');
  });
});
