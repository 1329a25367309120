import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { FactError } from '../src/facts/error.ts';
import { loadFacts } from '../src/facts/registry.ts';
import { answer, isRefusal, type Answer } from '../src/question/answer.ts';
import { contextOf, type Context } from '../src/question/context.ts';
import { flagsOf, HELP, questionFrom } from '../src/question/flags.ts';

/** `npm run -s estimate`: see HELP. Exit status 2 when a question could not be answered. */
const print = (result: Answer): void => {
  if (isRefusal(result)) process.exitCode = 2;
  process.stdout.write(`${JSON.stringify(result)}\n`);
};

const answerLine = (line: string, context: Context): Answer => {
  let question: unknown;
  try {
    question = JSON.parse(line);
  } catch {
    return { error: 'not a line of JSON' };
  }
  return answer(question, context);
};

const answerStdin = async (context: Context): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') print(answerLine(line, context));
  }
};

const run = async (args: readonly string[]): Promise<void> => {
  if (args.length === 0) {
    if (process.stdin.isTTY) process.stdout.write(HELP);
    else await answerStdin(contextOf(loadFacts()));
    return;
  }
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...args], options: flagsOf(), strict: true, allowPositionals: false, allowNegative: true }));
  } catch (error) {
    print({ error: error instanceof Error ? error.message : String(error) });
    return;
  }
  if (values['help'] === true) process.stdout.write(HELP);
  else print(answer(questionFrom(values), contextOf(loadFacts())));
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof FactError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
