import type { LineFile } from '../../schemas/code-pattern.ts';
import type { Dependency, FileKind, ParsedFile, Place, PlainLine, Problem, PythonSource } from '../types.ts';
import { countLines, resolvePath, shown } from './text.ts';

/** What is kept of one file. Nobody writes more; text made to exhaust memory does. */
export const MOST = { dependencies: 20_000, sources: 10_000, lines: 50_000, problems: 100 } as const;

/** A dependency as a reader finds it: only what it knows, the rest takes its default. Without `written` its line of the file is shown. */
export type Found = Pick<Dependency, 'name'> & Partial<Omit<Dependency, 'place'>>;

/** Takes what readers find in a file. Lines are those of the text the reader was given; places are made from them here. */
export interface Collector {
  readonly file: string;
  readonly dependency: (found: Found, line: number) => void;
  readonly source: (text: string, line: number) => void;
  readonly plain: (text: string, kind: LineFile, line: number) => void;
  readonly problem: (code: Problem['code'], detail: string, line: number) => void;
  /** Reports a file that is read along; `path` is as it stands in this one. */
  readonly follows: (path: string, line: number) => void;
  /** A collector for a text within this one, whose first line stands at `line`: of the file, or of a cell of a notebook. */
  readonly within: (line: number, cell?: number) => Collector;
  readonly result: (kind: FileKind | null) => ParsedFile;
}

const placer = (file: string, lines: number, first: number, cell: number | undefined) => {
  return (line: number): Place => {
    const at = Math.max(1, line + first - 1);
    return cell === undefined ? { file, line: Math.min(at, lines) } : { file, line: at, cell };
  };
};

/** A collector for one file. */
export const collectorFor = (file: string, text: string): Collector => {
  const dependencies: Dependency[] = [];
  const sources: PythonSource[] = [];
  const lines: PlainLine[] = [];
  const problems: Problem[] = [];
  const full = new Set<string>();
  const told = new Set<string>();
  const lineCount = countLines(text);
  let split: readonly string[] | undefined;
  const lineText = ({ line, cell }: Place): string => (cell === undefined ? ((split ??= text.split('\n'))[line - 1] ?? '') : '');

  const put = <T>(list: T[], most: number, what: string, item: T, place: Place): void => {
    if (list.length < most) list.push(item);
    else if (!full.has(what)) {
      full.add(what);
      if (problems.length < MOST.problems) problems.push({ place, code: 'too-large', detail: `${what}: ${most}` });
    }
  };

  const at = (first: number, cell: number | undefined): Collector => {
    const placeOf = placer(file, lineCount, first, cell);
    const problem = (code: Problem['code'], detail: string, line: number): void => {
      const place = placeOf(line);
      // A file that is named twice is missing once.
      const key = `${code} ${shown(detail)} ${code === 'follows-another-file' ? '' : `${place.cell ?? ''} ${place.line}`}`;
      if (problems.length >= MOST.problems || told.has(key)) return;
      told.add(key);
      problems.push({ place, code, detail: shown(detail) });
    };
    return {
      file,
      dependency: (found, line) => {
        if (found.name === '') return;
        const place = placeOf(line);
        const whole: Dependency = {
          name: found.name,
          extras: found.extras ?? [],
          specifier: found.specifier ?? '',
          written: shown(found.written ?? lineText(place)),
          url: found.url ?? null,
          index: found.index ?? null,
          ...(found.indexIsExtra === true ? { indexIsExtra: true as const } : {}),
          from: found.from ?? 'pypi',
          onMac: found.onMac ?? true,
          marker: found.marker ?? null,
          group: found.group ?? null,
          direct: found.direct ?? true,
          place,
        };
        put(dependencies, MOST.dependencies, 'dependencies', whole, place);
      },
      source: (code, line) => put(sources, MOST.sources, 'sources', { text: code, place: placeOf(line) }, placeOf(line)),
      plain: (words, kind, line) => put(lines, MOST.lines, 'lines', { text: words, in: kind, place: placeOf(line) }, placeOf(line)),
      problem,
      follows: (path, line) => problem('follows-another-file', resolvePath(file, path), line),
      within: (line, inner) => at(inner === undefined ? first + line - 1 : line, inner ?? cell),
      result: (kind) => ({ kind, dependencies, sources, lines, problems }),
    };
  };
  return at(1, undefined);
};
