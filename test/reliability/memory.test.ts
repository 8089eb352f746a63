/**
 * Plans that no machine has the memory for are refused before anything is allocated, and no others. `GANSPEC_RELIABILITY=long`
 * takes all presets whose data are installed; figures stand in docs/reliability.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkMemory, plannedMemory } from '../../src/api/checkMemory.js';
import { createCompiler } from '../../src/api/compiler.js';
import { GanspecError, SpecError } from '../../src/diagnostics/errors.js';
import type { Report } from '../../src/diagnostics/report.js';
import { listPresets, type Gan } from '../../src/index.js';
import { memoryNeed } from '../../src/language/resolve/memory.js';
import { packageFolder } from '../../src/packageFolder.js';
import type { Program } from '../../src/program/program.js';
import { resolveNetworks } from '../../src/language/resolve/resolveNetworks.js';

const compiler = createCompiler();
const silent = { error: () => undefined, warning: () => undefined };
const short = ['dcgan-mnist', 'ebgan-mnist', 'r3gan-small', 'ring', 'stylegan2-small'];

/** The need that the words of a spec declare, and the plan from its graphs, in bytes. */
function estimates(spec: string): { readonly need: number; readonly plan: number } {
  const { registry } = compiler;
  const { resolved, program } = compiler.compile(compiler.read(spec));
  const { data } = resolved;
  const networks = resolveNetworks(resolved.spec, data, { registry, report: silent });
  const sources = { spec: resolved.spec, data, registry, resolutions: Object.values(networks) };
  const { bytes } = memoryNeed(sources, resolved.spec.training.batchSize);
  return { need: bytes, plan: plannedMemory(program).bytes };
}

describe('the declared need', () => {
  const isLong = process.env['GANSPEC_RELIABILITY'] === 'long';
  const presets = isLong ? listPresets().map(({ name }) => name) : short;

  it.each(presets)('of %s is less than the plan from its graphs', (preset) => {
    try {
      const { need, plan } = estimates(preset);
      if (isLong) console.log(`${preset}: declared ${need}, planned ${plan}`);
      expect(need).toBeLessThan(plan);
    } catch (error) {
      if (!(error instanceof GanspecError) || error.exitCode !== 4) throw error;
    }
  });
});

/** A run of "ring" under a limit on address space in KiB: its exit code and the last lines of its output. */
function trainUnder(kibibytes: number, nodeOptions: string): { code: number | null; said: string } {
  const out = join(mkdtempSync(join(tmpdir(), 'memory-')), 'run');
  const cli = join(packageFolder, 'dist/cli/main.js');
  const command = `ulimit -v ${kibibytes} && exec "$0" "$@"`;
  const args = [
    '-c',
    command,
    process.execPath,
    cli,
    'train',
    'ring',
    '--steps',
    '2',
    '--out',
    out,
  ];
  const env = { ...process.env, NODE_OPTIONS: nodeOptions };
  const { status, stdout, stderr } = spawnSync('sh', args, { env, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
}

// Other systems have no limit on address space.
describe.skipIf(process.platform !== 'linux')('a limit on address space', () => {
  const withoutGuards = '--disable-wasm-trap-handler';

  it('of 4 GiB is enough for a small preset', () => {
    const { code, said } = trainUnder(4 * 2 ** 20, withoutGuards);
    expect(said).toContain('completed after 2 steps');
    expect(code).toBe(0);
  });

  it('that leaves no room for the training thread is told', () => {
    const { code, said } = trainUnder(1.25 * 2 ** 20, withoutGuards);
    expect(said).toContain(
      'error GAN705: out of memory: the training thread needs 640 MiB of address space, more than the limit leaves\n',
    );
    expect(code).toBe(7);
  });

  it('of 8 GiB asks for another way to reserve memory', () => {
    const { code, said } = trainUnder(8 * 2 ** 20, '');
    expect(said).toContain('set NODE_OPTIONS=--disable-wasm-trap-handler');
    expect(code).toBe(7);
  });
});

/** A discriminator that compares all pairs of samples. */
function comparing(batchSize: number): object {
  return {
    data: 'ring',
    latent: { dim: 4 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: {
      layers: [
        { type: 'minibatchDiscrimination', kernels: 500, dims: 500 },
        { type: 'dense', units: 1 },
      ],
    },
    training: { batchSize },
  };
}

function refusal(spec: object): SpecError {
  try {
    compiler.compile(spec);
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a plan beyond the memory', () => {
  it('is invalid, with the layer and a batch size that fits', () => {
    const { valid, diagnostics } = compiler.check(comparing(8192));
    expect(valid).toBe(false);
    const [first] = diagnostics;
    expect(first).toMatchObject({ code: 'GAN704', pointer: '/discriminator/layers/0' });
    expect(first?.message).toMatch(
      /^training needs at least [\d.]+ TiB, and this machine has [\d.]+ [GT]iB; the largest part is at \/discriminator\/layers\/0$/,
    );
    expect(first?.hint).toMatch(
      /^(a batchSize of up to \d+ fits, instead of 8,192|make this part smaller); if this machine has the memory, pass --allow-large$/,
    );
  });

  it('names a batch size whose plan takes half of the memory', () => {
    const withBatch = (batchSize: number): Gan =>
      compiler.compile(compiler.read('ring', { set: [`training.batchSize=${batchSize}`] }));
    const { resolved, program } = withBatch(4096);
    const limit = plannedMemory(program).bytes / 2;
    const hints: unknown[] = [];
    const report = {
      ...silent,
      error: (...[, , , details]: Parameters<Report['error']>): void =>
        void hints.push(details?.hint),
    };
    const plan = (batchSize: number): Program => withBatch(batchSize).program;
    expect(checkMemory(resolved, program, plan, limit, report)).toBe(false);
    const [, found = ''] = /^a batchSize of up to ([\d,]+) fits/.exec(String(hints[0])) ?? [];
    const fitting = Number(found.replace(',', ''));
    const { bytes } = plannedMemory(plan(fitting));
    expect(bytes).toBeLessThanOrEqual(limit / 2);
    // It is no needless reduction either.
    expect(bytes).toBeGreaterThan(limit / 4);
  });

  it('is not compiled', () => {
    expect(refusal(comparing(8192)).exitCode).toBe(7);
  });
});
