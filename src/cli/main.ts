#!/usr/bin/env node
/** Entry point of the command line, `ganspec`: old versions of Node can read this file alone, and say what is needed. */
const least = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < least[0] || (major === least[0] && minor < least[1])) {
  console.error(`ganspec needs Node ${least.join('.')} or later, this is ${process.versions.node}`);
  process.exitCode = 2;
} else {
  import('./start.js').catch((error: unknown) => {
    // The command line that reports errors is not there.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EMFILE') throw error;
    console.error(`error GAN707: ${error.message}\n  hint: Raise the limit (\`ulimit -n 1024\`).`);
    process.exitCode = 7;
  });
}
