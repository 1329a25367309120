import { defineConfig } from 'vitest/config';
import { portabilityModules } from './src/build/portability-data.ts';
import { selectorDataModule } from './src/build/selector-data.ts';
import { toolTextModule } from './src/build/tool-text.ts';

const project = (name: string, testTimeout = 20_000) => ({
  plugins: [selectorDataModule(), toolTextModule(), portabilityModules()],
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout, environment: 'node' as const },
});

// `unit` and `accuracy` need nothing built; `site` reads dist/.
export default defineConfig({ test: { projects: [project('unit'), project('accuracy'), project('site', 120_000)] } });
