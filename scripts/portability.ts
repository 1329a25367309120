import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { knowledgeOf } from '../src/build/portability-knowledge.ts';
import { FactError } from '../src/facts/error.ts';
import { loadFacts } from '../src/facts/registry.ts';
import { LOCALES, type Locale } from '../src/i18n/locales.ts';
import { textsUnder } from '../src/i18n/ui.ts';
import { check } from '../src/portability/check.ts';
import type { Report } from '../src/portability/types.ts';
import { localize } from '../src/portability/words/localize.ts';
import { reportText } from '../src/portability/words/text.ts';
import { gather } from './portability/gather.ts';

/** `npm run -s portability -- PATH...`: see HELP. */
const HELP = `Says whether a Python project runs on a Mac with Apple silicon.

  npm run -s portability -- PATH... [--json] [--lang ja|en]

  PATH    a file (requirements.txt, pyproject.toml, Pipfile, environment.yml, setup.py, setup.cfg, Dockerfile,
          uv.lock, poetry.lock, .ipynb, .py), a folder such as a checked-out repository, or - for standard input
  --json  the report as JSON; "version" rises when a field changes its meaning or goes
  --lang  language of the text: en (as it is left out) or ja
  --name  name of the file that comes through standard input; without it the content tells what it is

Exit status: 0 it runs as it is, 1 changes are needed or only a part of it runs, 2 it needs an NVIDIA GPU,
3 there was nothing to read, 4 the command itself failed.
`;

const STATUS = { runs: 0, changes: 1, part: 1, nvidia: 2 } as const;
const NOTHING = 3;
const FAILED = 4;

/** Where the published site stands, for links in the text; its pages are named by their path where the address is not set. */
const SITE = process.env.SITE_URL ?? '';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const run = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, lang: { type: 'string' }, name: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true || positionals.length === 0) {
    process.stdout.write(HELP);
    process.exitCode = values.help === true ? 0 : NOTHING;
    return;
  }
  const locale: Locale | undefined = values.lang === undefined ? 'en' : LOCALES.find((one) => one === values.lang);
  if (locale === undefined) throw new TypeError(`--lang: expected one of ${LOCALES.join(', ')}, got ${JSON.stringify(values.lang)}`);

  const { files, problems } = await gather(positionals, values.name);
  const facts = loadFacts(relative(process.cwd(), fileURLToPath(new URL('../content/facts', import.meta.url))));
  const found = check(files, knowledgeOf(facts));
  const report: Report = { ...found, problems: [...problems, ...found.problems] };
  process.exitCode = report.verdict === null ? NOTHING : STATUS[report.verdict];
  if (values.json === true) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const texts = textsUnder(locale, 'portability.');
  const links = (path: string): string => `${SITE}${locale === 'ja' ? '' : `/${locale}`}${path}`;
  process.stdout.write(`${reportText(report, { ...localize(facts, locale), text: (key) => texts[key] ?? key, links })}\n`);
};

try {
  await run();
} catch (error) {
  // A wrong flag and a broken record are said in one line; anything else is a defect and shows where it is.
  const isExpected = error instanceof FactError || (error instanceof TypeError && ('code' in error || error.message.startsWith('--')));
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = FAILED;
}
