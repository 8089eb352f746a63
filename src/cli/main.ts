#!/usr/bin/env node
/** Entry point of the command line, `ganspec`: old versions of Node can read this file alone, and say what is needed. */
const least = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < least[0] || (major === least[0] && minor < least[1])) {
  console.error(`ganspec needs Node ${least.join('.')} or later, this is ${process.versions.node}`);
  process.exitCode = 2;
} else {
  void import('./start.js');
}
