/** Options of pip, and of uv's pip, that lead elsewhere. */
export type PipOption = 'index' | 'extra' | 'file' | 'editable';

const LEADING: Readonly<Record<string, PipOption>> = {
  '-i': 'index',
  '--index-url': 'index',
  // Looked at beside PyPI: where it has nothing for macOS, PyPI has.
  '--extra-index-url': 'extra',
  '-f': 'extra',
  '--find-links': 'extra',
  '--index': 'index',
  '--default-index': 'index',
  '--pypi-url': 'index',
  '-r': 'file',
  '--requirement': 'file',
  '--requirements': 'file',
  '-c': 'file',
  '--constraint': 'file',
  '--constraints': 'file',
  '-e': 'editable',
  '--editable': 'editable',
};

/** Further options that take a value, which is no requirement. https://pip.pypa.io/en/stable/cli/pip_install/ */
const WITH_VALUE = new Set(
  '-t --target --platform --python-version --implementation --abi --root --prefix -b --build -s --src --upgrade-strategy -C --config-settings --config-setting --global-option --build-option --install-option --no-binary --only-binary --progress-bar --root-user-action --report --group --proxy --retries --timeout --exists-action --trusted-host --cert --client-cert --cache-dir --log --keyring-provider --use-feature --use-deprecated -p --python --exclude-newer --resolution --prerelease --index-strategy --link-mode --torch-backend --extra --no-build-isolation-package --no-build-package --no-binary-package --overrides --override -d --dest -w --wheel-dir --directory --project --config-file --tag --branch --rev --source --optional -G'.split(
    ' ',
  ),
);

/** An option, its value where it stands in the same word (`--index-url=…`, `-rfile`), and whether the next word is its value. */
export interface ReadOption {
  readonly name: string;
  readonly leads: PipOption | null;
  readonly value: string | null;
  readonly takesNext: boolean;
}

/** Reads a word that begins with a dash. */
export const readOption = (word: string): ReadOption => {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  if (equals !== -1) {
    const name = word.slice(0, equals);
    return { name, leads: LEADING[name] ?? null, value: word.slice(equals + 1), takesNext: false };
  }
  const short = word.slice(0, 2);
  if (!word.startsWith('--') && word.length > 2 && short in LEADING) {
    return { name: short, leads: LEADING[short] ?? null, value: word.slice(word[2] === '=' ? 3 : 2), takesNext: false };
  }
  const leads = LEADING[word] ?? null;
  return { name: word, leads, value: null, takesNext: leads !== null || WITH_VALUE.has(word) };
};
