import type { Collector, Found } from './collect.ts';
import { isAddress } from './address.ts';
import { parseCondaSpec } from './conda-spec.ts';
import { heldIndex, namedIndex } from './package-index.ts';
import { readOption } from './pip-options.ts';
import { CONDA_BASICS } from './pixi.ts';
import { fromPoetryVersion } from './poetry-version.ts';
import { asFound, isLocalFolder, parseRequirement } from './requirement.ts';
import { shellVariables } from './shell-variables.ts';
import { commandsIn, type Command, type Word } from './shell-words.ts';
import { baseName, normalizeName } from './text.ts';

type LineAt = (offset: number) => number;

const NO_WORD: Word = { text: '', offset: 0, quoted: false };

/** Words a command may begin with before its program. */
const LEADING = new Set(['sudo', 'time', 'exec', 'env', 'nohup', 'command', 'do', 'then', 'else', 'if', '!', '-E', '-H']);
/** Programs that only print what follows. */
const PRINTING = new Set(['echo', 'printf', 'cat', 'grep', 'sed', 'awk', 'read', 'alias']);
const SHELLS = new Set(['bash', 'sh', 'zsh', 'dash']);
const CONDA = new Set(['conda', 'mamba', 'micromamba']);
const APT = new Set(['apt', 'apt-get', 'aptitude', 'yum', 'dnf', 'microdnf', 'zypper']);
const CONDA_WITH_VALUE = new Set(['-n', '--name', '-p', '--prefix', '--solver', '--platform', '--subdir', '--clone', '--experimental-solver']);
/** Variables that stand for options of pip and uv. */
const INDEX_VARIABLE = /^(?:PIP_(?:EXTRA_)?INDEX_URL|PIP_FIND_LINKS|UV_(?:EXTRA_)?INDEX_URL|UV_INDEX|UV_DEFAULT_INDEX|UV_FIND_LINKS)$/;
/** Packages of a Linux distribution that belong to NVIDIA's GPUs. */
const NVIDIA_PACKAGE = /^(?:nvidia-|cuda(?:-|$)|libcudnn|cudnn|libnccl|libnvinfer|libnvidia|libcublas|libcufft|libcurand|libcusolver|libcusparse|tensorrt)/;

const isAssignment = (word: string): boolean => /^[A-Za-z_]\w*=/.test(word);

/** `torch==${VERSION}`: the name is known although the version is not. */
const withoutUnknown = (text: string): string => {
  const at = text.indexOf('$');
  if (at === -1) return text;
  const known = text.slice(0, at);
  return isAddress(known) ? known.replace(/@$/, '') : (/^[\w.-]+(?:\[[^\]]*\])?/.exec(known)?.[0] ?? '');
};

/** uv chooses the index of PyTorch by `--torch-backend=cu121`. */
const backendIndex = (backend: string): string | null =>
  /^(?:cu\d+|cpu|rocm[\d.]+|xpu)$/.test(backend) ? `https://download.pytorch.org/whl/${backend}` : null;

/** Reads what the commands of a script install; one reader for a file, for variables and indexes hold on. */
export const installReader = (collect: Collector) => {
  const variables = shellVariables();
  const standing: string[] = [];

  const setVariable = (name: string, value: string): void => {
    variables.set(name, value);
    if (INDEX_VARIABLE.test(name)) standing.push(...variables.fill(value).split(/\s+/).filter(Boolean));
  };
  const assign = (word: string): void => {
    const sign = word.indexOf('=');
    setVariable(word.slice(0, sign), word.slice(sign + 1));
  };
  const foundIn = (written: string, line: number): Found | null => {
    const requirement = parseRequirement(written) ?? parseRequirement(withoutUnknown(written));
    if (requirement !== null) return asFound(requirement, written);
    if (written.includes('$')) collect.problem('computed', written, line);
    else if (!isLocalFolder(written)) collect.problem('not-a-requirement', written, line);
    return null;
  };

  const readFrom = (path: string, line: number): void => {
    if (path.includes('$')) collect.problem('computed', path, line);
    else if (path !== '') collect.follows(path, line);
  };

  /** The arguments of `pip install` and of its kin. */
  const readPip = (words: readonly Word[], lineAt: LineAt): void => {
    const indexes = [...standing];
    const extras: string[] = [];
    const founds: { readonly found: Found; readonly line: number }[] = [];
    const addAll = (parts: readonly string[], line: number): void => {
      for (const part of parts) {
        const found = part === '' || part.startsWith('-') ? null : foundIn(part, line);
        if (found !== null) founds.push({ found, line });
      }
    };
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? NO_WORD;
      const line = lineAt(word.offset);
      const text = variables.fill(word.text);
      if (!text.startsWith('-')) {
        // A variable may hold several requirements.
        addAll(word.quoted || !word.text.includes('$') ? [text] : text.split(/\s+/), line);
        continue;
      }
      const { name, leads, value, takesNext } = readOption(text);
      const next = words[at + 1]?.text.startsWith('-') === false && takesNext && value === null ? words[(at += 1)] : undefined;
      const wanted = value ?? variables.fill(next?.text ?? '');
      // uv lets an index be named: `--index pytorch=https://…`.
      if (leads === 'index') indexes.push(wanted.replace(/^[\w-]+=(?=https?:)/, ''));
      else if (leads === 'extra') extras.push(wanted);
      else if (leads === 'file') readFrom(wanted, line);
      else if (leads === 'editable') addAll([wanted], line);
      else if (name === '--torch-backend') indexes.push(backendIndex(wanted) ?? '');
    }
    const held = heldIndex(indexes, extras);
    for (const { found, line } of founds) collect.dependency({ ...found, ...held }, line);
  };

  /** `poetry add torch@^2.0`, `torch@latest`. */
  const readPoetryAdd = (words: readonly Word[], lineAt: LineAt): void => {
    const plain = words.map((word): Word => {
      const match = /^([\w.-]+(?:\[[^\]]*\])?)@([^/:]*)$/.exec(word.text);
      if (match === null) return word;
      const version = match[2] === 'latest' ? '' : fromPoetryVersion(match[2] ?? '');
      return { ...word, text: `${match[1]}${version}` };
    });
    readPip(plain, lineAt);
  };

  const readConda = (words: readonly Word[], lineAt: LineAt): void => {
    const channels: string[] = [];
    const founds: { readonly found: Found; readonly line: number }[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const text = variables.fill(words[at]?.text ?? '');
      const line = lineAt(words[at]?.offset ?? 0);
      const [first = ''] = text.split('=', 1);
      // `-yn name` is `-y -n name`.
      const option = first.replace(/^-[yqvd]+(?=[npcf]$)/, '-');
      if (option === '-c' || option === '--channel' || option === '-f' || option === '--file') {
        const value = text.length > option.length ? text.slice(option.length + 1) : variables.fill(words[(at += 1)]?.text ?? '');
        if (option === '-c' || option === '--channel') channels.push(value);
        else readFrom(value, line);
      } else if (CONDA_WITH_VALUE.has(option)) at += text.includes('=') ? 0 : 1;
      else if (text !== '' && !text.startsWith('-')) {
        const spec = parseCondaSpec(withoutUnknown(text));
        if (spec === null) collect.problem(text.includes('$') ? 'computed' : 'not-a-requirement', text, line);
        else if (!CONDA_BASICS.has(spec.name)) founds.push({ found: { ...spec, written: text, from: 'conda' }, line });
      }
    }
    const only = channels.length === 1 ? namedIndex(channels[0]) : null;
    for (const { found, line } of founds) collect.dependency({ ...found, index: found.index ?? only }, line);
  };

  const readApt = (words: readonly Word[], lineAt: LineAt): void => {
    for (const word of words) {
      const text = variables.fill(word.text);
      if (!NVIDIA_PACKAGE.test(text)) continue;
      const [name = '', version = ''] = text.split('=', 2);
      const specifier = version === '' || version.includes('$') ? '' : `==${version}`;
      collect.dependency(
        {
          name: normalizeName(
            name
              .replace(/[*$].*$/, '')
              .replace(/:\w+$/, '')
              .replace(/-$/, ''),
          ),
          specifier,
          written: text,
          from: 'apt',
        },
        lineAt(word.offset),
      );
    }
  };

  const readCommand = (command: Command, lineAt: LineAt, depth: number): void => {
    let first = 0;
    for (; first < command.length; first += 1) {
      const text = command[first]?.text ?? '';
      if (isAssignment(text)) assign(text);
      // Options in front belong to Docker: `RUN --mount=… pip install`.
      else if (text === 'export' || text === 'declare' || text === 'local') continue;
      else if (!LEADING.has(text) && !text.startsWith('--')) break;
    }
    const words = command.slice(first);
    const names = words.map(({ text }) => baseName(text));
    const program = names[0] ?? '';
    if (PRINTING.has(program)) return;
    if (SHELLS.has(program) && depth < 2) {
      const script = words[names.findIndex((name) => /^-[a-z]*c$/.test(name)) + 1];
      if (script !== undefined && script !== words[0]) readText(script.text, (offset) => lineAt(script.offset + 1 + offset), depth + 1);
      return;
    }
    const after = (index: number): readonly Word[] => words.slice(index + 1);
    /** Position of the first of these words behind another, options between them left out. */
    const verb = (from: number, verbs: readonly string[]): number => {
      const index = names.findIndex((name, at) => at > from && !name.startsWith('-'));
      return index !== -1 && verbs.includes(names[index] ?? '') ? index : -1;
    };
    const pip = names.findIndex((name) => /^pip[\d.]*$/.test(name));
    const install = pip === -1 ? -1 : verb(pip, ['install', 'download', 'wheel']);
    if (install !== -1) return readPip(after(install), lineAt);
    if (program === 'uv' || program === 'pdm' || program === 'rye' || program === 'pipenv' || program === 'pipx') {
      const adding = verb(0, program === 'pipenv' || program === 'pipx' ? ['install'] : ['add']);
      if (adding !== -1) readPip(after(adding), lineAt);
    } else if (program === 'poetry') {
      const adding = verb(0, ['add']);
      if (adding !== -1) readPoetryAdd(after(adding), lineAt);
    } else if (CONDA.has(program)) {
      const environment = verb(0, ['env']);
      const installing = verb(environment === -1 ? 0 : environment, ['install', 'create', 'update']);
      if (installing !== -1) readConda(after(installing), lineAt);
    } else if (APT.has(program) && names.includes('install')) readApt(after(names.indexOf('install')), lineAt);
  };

  const readText = (text: string, lineAt: LineAt, depth: number): void => {
    for (const command of commandsIn(text)) readCommand(command, lineAt, depth);
  };

  return { read: (text: string, lineAt: LineAt): void => readText(text, lineAt, 0), setVariable };
};
