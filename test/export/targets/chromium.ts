/** Debian's Chromium, for tests of pages. */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const path = '/usr/bin/chromium';

/** False where it is not installed (`apt-get install chromium`): tests of pages are skipped then. */
export const hasChromium = existsSync(path);

/** @param flags Of its command line, beside those that all tests need. */
export function launchChromium(...flags: readonly string[]): Promise<Browser> {
  // In containers, Chromium has no rights for a sandbox of its own.
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', ...flags] });
}

/** The violations of accessibility that axe finds on a page, in short. */
export async function violations(page: Page): Promise<readonly string[]> {
  // The policy of a page may forbid scripts of others, which the tools of developers may run all the same.
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
}
