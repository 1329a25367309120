import { readdirSync } from 'node:fs';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const PURE = ['advisor', 'calibration', 'accuracy', 'selector', 'operators', 'text', 'search', 'charts', 'portability'];

/** What the folders behind the numbers may import of each other; other folders of src they may not import at all. See CONTRIBUTING.md. */
const MAY_IMPORT = {
  advisor: ['schemas'],
  calibration: ['advisor', 'schemas'],
  accuracy: ['advisor', 'calibration', 'schemas'],
  question: ['advisor', 'calibration', 'accuracy', 'facts', 'schemas'],
  selector: ['advisor', 'schemas', 'text'],
  operators: ['schemas', 'text'],
  portability: ['schemas'],
  text: [],
};

const FOLDERS = readdirSync(new URL('src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const inFolder = (folder) => `src/${folder}/**/*.{ts,tsx,astro}`;

/** Imports a folder may not have. One rule for all reasons, because a later entry would replace an earlier one. */
const forbiddenIn = (folder) => {
  const allowed = MAY_IMPORT[folder];
  // The command is for terminals: no page and nothing behind one imports it.
  const patterns = FOLDERS.filter((other) => other !== folder && (allowed === undefined ? other === 'question' : !allowed.includes(other))).map((other) => ({
    group: [`**/${other}/**`],
    // A type leaves nothing behind: functions over facts may name their types wherever they stand.
    allowTypeImports: other === 'facts',
    message: `src/${folder} does not import src/${other}: see the table in CONTRIBUTING.md.`,
  }));
  const builtIns = { group: ['node:*', 'astro', 'astro:*', 'astro/*', 'preact', 'preact/*'], message: 'A pure core takes data and returns data.' };
  return {
    files: [inFolder(folder)],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: PURE.includes(folder) ? [...patterns, builtIns] : patterns }] },
  };
};

export default tseslint.config(
  { ignores: ['dist*', 'node_modules', '.astro', 'test-results', 'playwright-report'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^(_|Props$)' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-console': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  ...FOLDERS.map(forbiddenIn),
  {
    // The pure cores: the same answer in a browser, a build and a test, for the same input.
    files: PURE.map(inFolder),
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location', 'localStorage', 'fetch', 'process', 'performance', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random' },
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument.' }],
    },
  },
);
