/** What an address says about the package behind it. */
export interface Addressed {
  readonly name: string;
  readonly extras: readonly string[];
  /** `==2.1.0+cu121` where the file is named after its version; else `''`. */
  readonly specifier: string;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Whether a text is an address, of an archive or of a version control system. */
export const isAddress = (text: string): boolean => /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/|git@|file:)/i.test(text);

/** Whether a text names a file or folder beside the one it stands in. */
export const isLocalPath = (text: string): boolean =>
  /^(?:\.{1,2}(?:$|[/\\[])|[~/\\]|[A-Za-z]:[/\\])/.test(text) ||
  /^[\w.-]+[/\\]/.test(text) ||
  (text.endsWith('.whl') && text.includes('*') && !/\s/.test(text));

/** Name and version of a wheel or source archive, from the name of its file; null for any other file. */
export const fromArchiveName = (file: string): Addressed | null => {
  const name = decode(file);
  if (name.endsWith('.whl')) {
    // `transformer_engine*.whl`, as scripts write what they built themselves.
    const isPattern = name.includes('*');
    const [distribution = '', version = ''] = (name.split('*', 1)[0] ?? '').split('-', 2);
    return /^\w/.test(distribution) ? { name: distribution, extras: [], specifier: version === '' || isPattern ? '' : `==${version}` } : null;
  }
  const ending = ['.tar.gz', '.tar.bz2', '.tgz', '.zip'].find((end) => name.endsWith(end));
  if (ending === undefined) return null;
  const stem = name.slice(0, -ending.length);
  const dash = stem.search(/-v?\d/);
  return dash <= 0 ? null : { name: stem.slice(0, dash), extras: [], specifier: `==${stem.slice(dash + 1)}` };
};

/** The fragment's `egg=name[extras]`. */
const fromEgg = (fragment: string): Addressed | null => {
  const egg = fragment.split('&').find((part) => part.startsWith('egg='));
  if (egg === undefined) return null;
  const [, name = '', extras = ''] = /^([\w.-]+)(?:\[([^\]]*)\])?/.exec(decode(egg.slice(4))) ?? [];
  const names = extras.split(',').map((extra) => extra.trim());
  return name === '' ? null : { name, extras: names.filter((extra) => extra !== ''), specifier: '' };
};

const UNTELLING = new Set(['python', 'py', 'src', 'lib']);

/** The folder of a repository a package is built from, which is named more often after the package than the repository is. */
const fromSubdirectory = (fragment: string): string | null => {
  const part = fragment.split('&').find((text) => text.startsWith('subdirectory='));
  const folder = part
    ?.slice(13)
    .split('/')
    .findLast((name) => name !== '');
  return folder === undefined || UNTELLING.has(folder) ? null : decode(folder);
};

const withoutEnding = (name: string): string => (name.endsWith('.git') ? name.slice(0, -4) : name);

/** `owner/repository` and what follows it, of the path of an address. */
const fromRepository = (path: string): string | null => {
  const at = path.indexOf('@');
  const parts = (at === -1 ? path : path.slice(0, at)).split('/').filter((part) => part !== '');
  const archive = parts.findIndex((part) => part === 'archive' || part === 'zipball' || part === 'tarball');
  const name = archive > 0 ? parts[archive - 1] : parts.at(-1);
  return name === undefined ? null : withoutEnding(decode(name));
};

/**
 * The package behind an address: by `#egg=`, by the name of a wheel or source archive, else by the name of the repository, which mostly is that
 * of the package. Null where nothing tells.
 */
export const fromAddress = (address: string): Addressed | null => {
  const hash = address.indexOf('#');
  const fragment = hash === -1 ? '' : address.slice(hash + 1);
  const body = (hash === -1 ? address : address.slice(0, hash)).split('?', 1)[0] ?? '';
  const egg = fromEgg(fragment);
  if (egg !== null) return egg;
  const scheme = body.indexOf('://');
  const rest = scheme === -1 ? body.replace(/^(?:git@|file:)/, '').replace(':', '/') : body.slice(scheme + 3);
  const path = rest.slice(rest.indexOf('/') + 1);
  const isRepository = /^(?:git|hg|svn|bzr)(?:\+|@|:)/i.test(body) || /\.git(?:@|$)/.test(path) || /\/(?:archive|zipball|tarball)\//.test(path);
  const archive = isRepository ? null : fromArchiveName(path.slice(path.lastIndexOf('/') + 1));
  if (archive !== null) return archive;
  const isRepositoryPage = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/]+\/[^/]+\/?$/i.test(body);
  if (!isRepository && !isRepositoryPage) return null;
  const name = fromSubdirectory(fragment) ?? fromRepository(path);
  return name === null || !/^[\w.-]+$/.test(name) ? null : { name, extras: [], specifier: '' };
};
