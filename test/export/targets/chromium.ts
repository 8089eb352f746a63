/** Debian's Chromium, for tests of pages. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const path = '/usr/bin/chromium';

/** False where it is not installed (`apt-get install chromium`): tests of pages are skipped then. */
export const hasChromium = existsSync(path);

export function launchChromium(): Promise<Browser> {
  // In containers, Chromium has no rights for a sandbox of its own.
  return chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
}
