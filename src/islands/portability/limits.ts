/** A megabyte as people count files. */
export const MB = 1_000_000;

/** What is taken in: more than any project's own files, less than what makes a browser slow. */
export const LIMITS = { fileBytes: 5 * MB, totalBytes: 25 * MB, files: 5000 } as const;

/** Longer texts become files of the list: a text field with megabytes in it makes every key press wait. */
export const LONGEST_DRAFT = 200_000;

/** Characters of a link that browsers and chats still pass on whole. */
export const LONGEST_LINK = 8000;

/** Names of folders that hold nothing of the project's own: history, what was installed, what was built. */
export const CLOSED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'env',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
  '.idea',
  '.vscode',
  '__pycache__',
  'node_modules',
  'site-packages',
  'build',
  'dist',
  'wandb',
  'mlruns',
]);

/** The first folder of a path that is not opened, or undefined. */
export const closedFolder = (path: string): string | undefined =>
  path
    .split('/')
    .slice(0, -1)
    .find((name) => CLOSED_FOLDERS.has(name) || name.endsWith('.egg-info'));
