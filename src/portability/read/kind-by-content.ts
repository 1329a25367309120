import type { FileKind } from '../types.ts';
import { parseRequirement } from './requirement.ts';
import { splitComment, unquoted } from './requirements.ts';

/** So much of a text tells what it is. */
const SAMPLE = 200_000;
const LONGEST_LINE = 300;

const structured = (text: string): FileKind | null => {
  const has = (pattern: RegExp): boolean => pattern.test(text);
  if (text.trimStart().startsWith('{')) {
    if (has(/"cells"\s*:/) || has(/"nbformat"\s*:/)) return 'notebook';
    return has(/"_meta"\s*:/) && has(/"default"\s*:/) ? 'pipfile-lock' : null;
  }
  if (has(/^\[\[package\]\]/m)) {
    if (has(/^source = \{ /m) || has(/^requires-python = /m)) return 'uv-lock';
    return has(/^(?:python-versions|optional|content-hash) = /m) ? 'poetry-lock' : null;
  }
  if (has(/^\[(?:packages|dev-packages)\]/m)) return 'pipfile';
  if (has(/^\[options(?:\.[\w.]+)?\]/m) && has(/^(?:install_requires|packages|python_requires)\b|^\[options\.extras_require\]/m)) return 'setup-cfg';
  if (has(/^\[(?:project|build-system|dependency-groups|tool\.[\w"-])/m)) return 'pyproject';
  if (has(/^\[(?:workspace|dependencies|feature\.)/m) && has(/^channels\s*=/m)) return 'pyproject';
  if (has(/^services:[ \t]*$/m) && has(/^[ \t]+(?:image|build):/m)) return 'compose';
  return has(/^dependencies:[ \t]*(?:#.*)?$/m) && has(/^[ \t]*- /m) ? 'conda' : null;
};

const PYTHON: readonly RegExp[] = [
  /^(?:import\s+[\w.]+(?:\s*,|\s+as\s|\s*;|\s*$)|from\s+\.*[\w.]*\s+import\b)/,
  /^(?:async\s+)?(?:def|class)\s+\w+\s*[(:[]/,
  /^@[\w.]+(?:\(.*)?$/,
  /^(?:if|elif|while|for|with|except|async for|async with|match)\b.*:$/,
  /^(?:else|try|finally|except)\s*:$/,
  /^(?:return|raise|assert|del|global|nonlocal|yield|await|print)\b[\s(]/,
  /^(?:pass|break|continue|return)$/,
  /^[A-Za-z_][\w.]*\s*\(/,
  /^[A-Za-z_][\w.]*(?:\[[^\]]*\])?\.\w+\(/,
  /^(?:!|%%?)\s*[A-Za-z]/,
  /^(?:"""|''')/,
];

/** `name = …`, `a, b = …`, `x += …`, `x: int = …`: one `=` behind something that can be given a value. */
const isAssignment = (line: string): boolean => {
  const sign = line.search(/[^=<>!~]=(?!=)/) + 1;
  return sign > 0 && /^[A-Za-z_(*][\w\s.,()[\]'":*|/%+&^@<>-]*$/.test(line.slice(0, sign));
};
const isPython = (line: string): boolean => isAssignment(line) || PYTHON.some((pattern) => pattern.test(line));

const DOCKER = /^(?:FROM\s+\S+(?:\s+(?:AS|as)\s+\S+)?$|(?:RUN|COPY|ADD|WORKDIR|ENTRYPOINT|CMD|EXPOSE|USER|ENV|ARG|LABEL|VOLUME|SHELL)\s+\S)/;
const SHELL =
  /^(?:\$ )?(?:(?:sudo\s+)?(?:pip[\d.]*|uv|conda|mamba|micromamba|poetry|pipx|pdm|apt|apt-get|brew)\s+(?:install|pip|add|create|env|-)|python[\d.]*\s+(?:-m\s|\S+\.py)|export\s+\w+=|source\s+\S|cd\s+\S|echo\s|torchrun\s|accelerate\s+launch|deepspeed\s+-|docker\s+\w|git\s+clone\s|wget\s|curl\s|nvidia-smi\b|set\s+-|CUDA_VISIBLE_DEVICES=\S+\s+\S)/;
/** Options of pip and uv that may stand in a file of requirements. */
const PIP_OPTION =
  /^(?:-[rcef]\s*\S|-i\s*http|--(?:requirement|constraint|editable|index-url|extra-index-url|find-links|no-index|pre|no-binary|only-binary|prefer-binary|trusted-host|hash)\b)/;

interface Counts {
  python: number;
  pinned: number;
  bare: number;
  docker: number;
  shell: number;
  other: number;
}

const count = (line: string, counts: Counts): void => {
  const body = unquoted(splitComment(line).body);
  if (body === '') return;
  if (DOCKER.test(body)) counts.docker += 1;
  else if (SHELL.test(body)) counts.shell += 1;
  else if (PIP_OPTION.test(body) || /^\.{1,2}(?:$|[/[])/.test(body) || /^\w[\w.-]*={1,2}[^=\s]+=[^=\s]+$/.test(body)) counts.pinned += 1;
  else {
    const requirement = parseRequirement(body);
    const isPinned = requirement !== null && (requirement.specifier !== '' || requirement.url !== null || requirement.marker !== null);
    if (isPinned) counts.pinned += 1;
    else if (isPython(body)) counts.python += 1;
    else if (requirement !== null) counts.bare += 1;
    else counts.other += 1;
  }
};

/** A setup.py that was pasted without its name. */
const isSetup = (text: string): boolean => /^(?:from|import)\s+(?:setuptools|distutils)\b/m.test(text) && /^(?:setuptools\.)?setup\s*\(/m.test(text);

/** Statements of Python, requirements, instructions of Docker or commands: what most lines look like. */
const byLines = (text: string): FileKind | null => {
  const [first = ''] = text.trimStart().split('\n', 1);
  if (first.startsWith('#!')) return /python/.test(first.slice(0, LONGEST_LINE)) ? 'python' : 'shell';
  const counts: Counts = { python: 0, pinned: 0, bare: 0, docker: 0, shell: 0, other: 0 };
  for (const line of text.split('\n')) if (line.trim() !== '') count(line.slice(0, LONGEST_LINE).trim(), counts);
  const { python, pinned, bare, docker, shell, other } = counts;
  if (docker > 0 && docker >= python && docker >= pinned) return 'dockerfile';
  if (shell > 0 && shell >= python && shell >= pinned) return 'shell';
  if (python > 0 && python >= pinned) return isSetup(text) ? 'setup-py' : 'python';
  const requirements = pinned + bare;
  if (requirements > 0 && requirements * 2 > other + python) return 'requirements';
  return python > 0 ? 'python' : null;
};

/** A list of dependencies cut out of pyproject.toml: `dependencies = [`, and no statement behind it. */
const isFragment = (text: string): boolean => /^\s*(?:optional-)?dependencies\s*=\s*[[{]/.test(text) && !/^(?:import|from|def|class)\s/m.test(text);

/** A heading of TOML or INI that none of the formats we read begins with. */
const isOtherSettings = (text: string): boolean => /^\s*(?:[#;][^\n]*\n\s*)*\[\[?[\w."-]+\]\]?[ \t]*\n/.test(text);

/** The kind a text tells by what it says; null where it tells none. */
export const kindByContent = (text: string): FileKind | null => {
  const sample = text.slice(0, SAMPLE);
  if (sample.trim() === '') return null;
  const kind = structured(sample) ?? (isFragment(sample) ? 'pyproject' : null);
  return kind ?? (isOtherSettings(sample) ? null : byLines(sample));
};
