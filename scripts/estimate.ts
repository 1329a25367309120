import { once } from 'node:events';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FactError } from '../src/facts/error.ts';
import { loadFacts } from '../src/facts/registry.ts';
import { answer, isRefusal, refusalOf, type Answer } from '../src/question/answer.ts';
import { contextOf, type Context } from '../src/question/context.ts';
import { QuestionError } from '../src/question/error.ts';
import { parseFlags } from '../src/question/flags.ts';
import { HELP } from '../src/question/help.ts';
import { linesOf, type Line } from '../src/question/lines.ts';
import { textOf } from '../src/question/text.ts';

/** `npm run -s estimate`: see HELP. Exit status 2 when a question could not be answered, 1 when the facts are broken. */
const UNANSWERED = 2;

// Who reads the answers may have seen enough (`| head -1`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const facts = () => loadFacts(relative(process.cwd(), fileURLToPath(new URL('../content/facts', import.meta.url))));

const print = async (result: Answer, asText: boolean): Promise<void> => {
  if (isRefusal(result)) process.exitCode = UNANSWERED;
  const line = asText ? textOf(result) : JSON.stringify(result);
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

const answerLine = (line: Line, context: Context): Answer => {
  if (line === null) return { error: 'the line is too long for a question' };
  let question: unknown;
  try {
    question = JSON.parse(line);
  } catch (error) {
    return { error: `not a line of JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  return answer(question, context);
};

const answerStdin = async (asText: boolean): Promise<void> => {
  const context = contextOf(facts());
  process.stdin.setEncoding('utf8');
  let number = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    // An empty line asks nothing, as in every reader of JSON lines; editors and shells end files with one.
    if (line !== null && line.trim() === '') continue;
    // A mark some editors put at the start of a file, which may have been joined to others.
    const result = answerLine(line?.replace(/^\uFEFF/, '') ?? null, context);
    await print(isRefusal(result) ? { ...result, line: number } : result, asText);
  }
};

const run = async (args: readonly string[]): Promise<void> => {
  const { help, text, question } = parseFlags(args);
  if (help || (question === null && process.stdin.isTTY)) process.stdout.write(HELP);
  else if (question === null) await answerStdin(text);
  else {
    const context = contextOf(facts());
    await print(answer(question, context), text);
  }
};

const args = process.argv.slice(2);
try {
  await run(args);
} catch (error) {
  if (error instanceof QuestionError) await print(refusalOf(error), args.includes('--text'));
  else if (error instanceof FactError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
