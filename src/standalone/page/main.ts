/** The page of the export target `browser`: a generator with its latent vector, class and codes in hand. */
import { openPortable, type PortableGenerator } from '../portableGenerator.js';
import { firstThatRuns } from './backends.js';
import { element } from './element.js';
import { Explorer } from './explorer.js';
import type { PageData } from './pageData.js';
import { viewOf } from './show/viewOf.js';

async function start(main: HTMLElement): Promise<void> {
  // `generator.js`, which the page loads first.
  const { ganspecPage } = globalThis as unknown as { readonly ganspecPage: PageData };
  const { description, shown, model, weights } = ganspecPage;
  const bytes = Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
  const wanted = new URLSearchParams(location.search).get('backend');
  let generator: PortableGenerator | undefined;
  const backend = await firstThatRuns(wanted, async () => {
    generator = await openPortable(description, model, bytes.buffer);
    await generator.sample();
  });
  if (!generator) return;
  const view = await viewOf(generator, shown);
  const explorer = new Explorer(generator, view, backend);
  main.replaceChildren(explorer.element);
  await explorer.newSample(description.seed);
}

const main = document.querySelector('main');
if (main) {
  start(main).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    main.replaceChildren(
      element('p', { role: 'alert' }, `The generator does not run in this browser: ${reason}`),
    );
  });
}
