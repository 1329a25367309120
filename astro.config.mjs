import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { satteri } from '@astrojs/markdown-satteri';
import { contentChecks } from './src/build/content-checks.ts';
import { finishSite } from './src/build/finish-site.ts';
import { portabilityModules } from './src/build/portability-data.ts';
import { selectorDataModule } from './src/build/selector-data.ts';
import { toolTextModule } from './src/build/tool-text.ts';
import { toolChunk } from './src/build/tool-chunk.ts';
import { withoutHighlight } from './src/build/without-highlight.ts';
import { withoutSignals } from './src/build/no-signals.ts';
import { isUntranslatedUrl, sitemapEntry } from './src/build/sitemap.ts';

const site = process.env.SITE_URL || 'https://mac-ml-guide.example';
const base = process.env.BASE_PATH || '/';

export default defineConfig({
  site,
  base,
  outDir: process.env.OUT_DIR || './dist',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  // Inlined CSS saves the round trip that an external stylesheet costs before the first paint; src/build/csp.ts takes the hashes from the built HTML.
  // Pages are written while others render; one at a time, the build waits for the disk more than it works.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  i18n: { locales: ['ja', 'en'], defaultLocale: 'ja' },
  markdown: {
    // Never `directive`: it deletes Japanese text such as "注意:macOS". Never smart punctuation: it turns --flag into a dash.
    processor: satteri({ features: { headingAttributes: true, directive: false, smartPunctuation: false } }),
    // Prism marks tokens with classes; Shiki writes style attributes, which the CSP forbids.
    syntaxHighlight: 'prism',
  },
  integrations: [
    contentChecks(),
    mdx({ optimize: false }),
    preact(),
    sitemap({
      i18n: { defaultLocale: 'ja', locales: { ja: 'ja', en: 'en' } },
      filter: (url) => !isUntranslatedUrl(url, base),
      serialize: (item) => sitemapEntry(item, site, base),
    }),
    finishSite(),
  ],
  vite: {
    plugins: [tailwindcss(), selectorDataModule(), toolTextModule(), portabilityModules(), toolChunk(), withoutSignals()],
    // The worker of the portability checker is built by itself.
    worker: { format: 'es', plugins: () => [portabilityModules(), withoutHighlight()] },
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
