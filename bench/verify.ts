/**
 * Time that a compilation spends on verifying its graphs, as a share of the whole.
 * Usage: `tsx bench/verify.ts [repetitions] [preset …]`
 */
import { createCompiler } from '../src/index.js';
import type { KernelGraph } from '../src/ir/kernelGraph.js';
import { verify } from '../src/ir/verify/verify.js';
import { afterPasses } from '../src/passes/afterPasses.js';
import { passes } from '../src/passes/passes.js';
import { buildProgram } from '../src/program/buildProgram.js';
import { afterRecording } from '../src/trace/afterRecording.js';

const [repetitions = '20', ...named] = process.argv.slice(2);
/** From the smallest to the largest. */
const usual = 'ring gan-mnist wgan-gp-mnist dcgan-mnist infogan-mnist sagan-small stylegan2-small';
const presets = named.length > 0 ? named : usual.split(' ');

function milliseconds(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const compiler = createCompiler();
for (const preset of presets) {
  const spec = compiler.read(preset);
  const { program, resolved } = compiler.compile(spec);
  const recorded: KernelGraph[] = [];
  buildProgram(resolved, compiler.registry, (graph) => {
    recorded.push(graph);
    return graph;
  });
  const compile: number[] = [];
  const check: number[] = [];
  // One after the other, so that whatever else the machine does slows both.
  for (let repetition = 0; repetition < Number(repetitions); repetition += 1) {
    compile.push(milliseconds(() => void compiler.compile(spec)));
    check.push(
      milliseconds(() => {
        for (const graph of recorded) verify(graph, afterRecording);
        for (const graph of program.graphs) verify(graph, afterPasses(passes));
      }),
    );
  }
  const [whole, part] = [median(compile), median(check)];
  console.log(
    `${preset.padEnd(20)} compile ${whole.toFixed(1).padStart(7)} ms  verify ${part.toFixed(2).padStart(6)} ms` +
      `  ${((100 * part) / whole).toFixed(1)} %`,
  );
}
