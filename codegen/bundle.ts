/** `npm run build:bundle`: the code of the package, as a few chunks that its entry points share, and the runtimes of exports. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, transformSync, type BuildOptions, type Plugin } from 'esbuild';
import { bundleFragments } from '../src/language/schema/bundleFragments.js';
import { compiledCheckModule } from './compiledCheck.js';
import { fragmentsByKind, readLanguage } from './fragments.js';

/** Puts the compiled check of the built-in language where the sources have none. */
const compiledCheck: Plugin = {
  name: 'compiledCheck',
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/]language[\\/]validate[\\/]builtInCheck\.ts$/ }, () => {
      const { top, files } = readLanguage('.');
      const bundle = bundleFragments(top, fragmentsByKind(files));
      // Minified, since every command parses it.
      const { code } = transformSync(compiledCheckModule(bundle), { format: 'esm', minify: true });
      return { contents: code, loader: 'js' };
    });
  },
};

await build({
  entryPoints: [
    'src/index.ts',
    'src/tools.ts',
    'src/cli/main.ts',
    'src/train/executor/worker.ts',
    'src/engines/tensorflow/library/trial.ts',
    'src/api/latentWalkWorker.ts',
  ],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  // Its form for require finds its own files in a way that bundlers of users do not understand, so its code becomes part;
  // its licence comes with the dependency.
  alias: { 'jsonc-parser': resolve('node_modules/jsonc-parser/lib/esm/main.js') },
  outbase: 'src',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
  plugins: [compiledCheck],
});

/** Runtimes are whole by themselves, since they run without ganspec. */
const runtime: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  // Hides Node from TensorFlow.js, which would require modules of it.
  define: { process: 'undefined' },
  legalComments: 'eof',
  outbase: 'src',
  outdir: 'dist',
  logLevel: 'warning',
};
await build({
  ...runtime,
  entryPoints: ['src/standalone/module.ts'],
  format: 'esm',
  external: ['node:*'],
});
await build({
  ...runtime,
  entryPoints: ['src/standalone/page/main.ts', 'src/standalone/page/page.css'],
  format: 'iife',
});
await build({
  ...runtime,
  entryPoints: ['src/serve/page/main.tsx', 'src/serve/page/page.css', 'src/serve/page/index.html'],
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.html': 'copy' },
});
const licences = ['preact', 'uplot'].map(
  (name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`,
);
writeFileSync('dist/serve/page/LICENSES.txt', licences.join('\n\n'));
const wasm = readFileSync(
  'node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm',
  'base64',
);
writeFileSync('dist/standalone/page/wasm.js', `globalThis.ganspecWasm = '${wasm}';\n`);
