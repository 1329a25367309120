import type { FileKind, Report } from '../types.ts';
import type { CodeBlock } from './view-types.ts';

/** The device chosen once: NVIDIA, Apple silicon, or neither. */
const DEVICE = `import torch

if torch.cuda.is_available():
    device = torch.device("cuda")
elif torch.backends.mps.is_available():
    device = torch.device("mps")
else:
    device = torch.device("cpu")`;

const ENVIRONMENT = `python3 -c "import platform; print(platform.machine())"
python3 -m venv .venv
source .venv/bin/activate`;

const COMPARE = `model, batch = model.float().eval(), batch.float()
with torch.no_grad():
    expected = model.to("cpu")(batch.to("cpu"))
    actual = model.to("mps")(batch.to("mps")).to("cpu")
torch.testing.assert_close(actual, expected, rtol=1e-3, atol=1e-3)`;

/** A word of a command line: quoted where the shell would read more into it. */
const quoted = (word: string): string => (/^[\w./+-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** How each kind of file is installed from, the surest first: a lock file states more than the file it was made from. */
const INSTALL: readonly (readonly [FileKind, (path: string) => string])[] = [
  ['requirements', (path) => `python -m pip install -r ${quoted(path === '' ? 'requirements.txt' : path)}`],
  ['uv-lock', () => 'uv sync'],
  ['poetry-lock', () => 'poetry lock && poetry install'],
  ['conda', (path) => `conda env create -f ${quoted(path === '' ? 'environment.yml' : path)}`],
  ['pipfile', () => 'pipenv install'],
  ['pyproject', () => 'python -m pip install -e .'],
  ['setup-py', () => 'python -m pip install -e .'],
  ['setup-cfg', () => 'python -m pip install -e .'],
];

const installCommand = ({ files }: Report): string => {
  const main = files.filter(({ role }) => role === 'main');
  for (const [kind, command] of INSTALL) {
    const file = main.find((one) => one.kind === kind);
    if (file !== undefined) return command(file.path);
  }
  return 'python -m pip install torch';
};

/** Whether a project asks for PyTorch or imports it. */
export const usesTorch = ({ packages, code }: Report): boolean => packages.some(({ id }) => id === 'torch') || code.length > 0;

/** What to type or write for a step of the plan, or null. */
export const commandFor = (code: Report['plan'][number]['code'], report: Report): CodeBlock | null => {
  switch (code) {
    case 'environment':
      return { language: 'sh', text: ENVIRONMENT };
    case 'install':
      return { language: 'sh', text: installCommand(report) };
    case 'device':
      return { language: 'python', text: DEVICE };
    case 'fallback':
      return { language: 'sh', text: 'export PYTORCH_ENABLE_MPS_FALLBACK=1' };
    case 'compare':
      return usesTorch(report) ? { language: 'python', text: COMPARE } : null;
    default:
      return null;
  }
};
