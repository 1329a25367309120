import { useEffect, useMemo, useState } from 'preact/hooks';
import { doesIt } from '../../../advisor/recommend/order.ts';
import type { Locale } from '../../../i18n/locales.ts';
import type { Prepared } from '../../../selector/prepare.ts';
import type { SelectorResult } from '../../../selector/result.ts';
import type { Selection } from '../../../selector/selection.ts';
import { LaterPart } from '../LaterPart.tsx';
import type { LoadLater } from '../later.ts';
import type { ToolText } from '../text.ts';
import { Candidates } from './Candidates.tsx';
import { CloudNote } from './CloudNote.tsx';
import { MachineCard } from './MachineCard.tsx';
import { sayer } from './say.ts';
import { speedScale } from './scale.ts';
import { Share } from './Share.tsx';
import { withText, type Shared } from './shared.ts';
import { StepCard } from './Steps.tsx';
import { Suggestions } from './Suggestions.tsx';
import { mainMachine, verdictSentences } from './verdict.ts';
import { Verdict } from './Verdict.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { Working } from './Working.tsx';

export interface AnswerProps {
  result: SelectorResult;
  selection: Selection;
  prepared: Prepared;
  text: ToolText;
  later: LoadLater;
  locale: Locale;
  apply: (change: Partial<Selection>) => void;
  /** Whether the reader changed anything */
  touched: boolean;
  /** Address of the shown case with its query, from the root of the site */
  address: string;
  /** Where to read about renting a GPU, from the root of the language */
  cloudPath?: string;
}

/** One machine in full, then what else there is: smaller, larger, changed, rented. */
const ForMachine = ({ result, at, cloudPath }: { result: SelectorResult; at: Shared; cloudPath: string }) => {
  const { need, verdict, owned, better, candidates, candidateCount, stepDown, stepUp, suggestions, suggestionsFor, cloud, compared } = result;
  const main = mainMachine(result);
  // No Mac is quick enough for what is better rented, so none is offered in place of another.
  const offered = verdict === 'rent' ? [] : candidates;
  const others = owned === null ? offered.slice(1) : offered;
  const scale = useMemo(() => speedScale([...(main === null ? [] : [main]), ...compared]), [result]);
  if (need === null) return cloud ? <CloudNote path={cloudPath} at={at} /> : null;
  const [first] = candidates;
  // Whoever has a Mac that does it is told about others, but not talked into a larger one.
  const isBuying = verdict !== 'rent' && (owned === null || !doesIt(owned.fit.status));
  return (
    <>
      {cloud && <CloudNote path={cloudPath} at={at} />}
      {main !== null && <MachineCard machine={main} need={need} scale={scale} at={at} />}
      <Suggestions suggestions={suggestions} machine={suggestionsFor} at={at} />
      {isBuying && first !== undefined && (stepDown !== null || stepUp !== null) && (
        <div class="answer-steps">
          {stepDown !== null && <StepCard from={first} step={stepDown} kind="down" at={at} />}
          {stepUp !== null && <StepCard from={first} step={stepUp} kind="up" at={at} />}
        </div>
      )}
      {!isBuying && offered.length > 0 && better === null && <p>{at.say('others.no-better')}</p>}
      {others.length > 0 && (
        <Candidates
          machines={others}
          need={need}
          count={owned === null ? candidateCount - 1 : candidateCount}
          title={at.say(owned === null ? 'others.title' : 'others.owned')}
          at={at}
        />
      )}
      {compared.length > 0 && (
        <LaterPart load={at.later} text={at.text}>
          {({ Compare }) => <Compare machines={compared} at={at} />}
        </LaterPart>
      )}
      {main !== null && <Working machine={main} need={need} at={at} />}
    </>
  );
};

/** The answer side of the selector. The server renders it for the start of the page; buttons wake up with the island. */
export const Answer = ({ result, selection, prepared, text, later, locale, apply, touched, address, cloudPath = '/cloud-gpus/' }: AnswerProps) => {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const say = useMemo(() => sayer(text), [text]);
  const at: Shared = { say, text, later, locale, data: prepared.data, prepared, selection, apply, awake };
  const asMarkdown = async (full: string): Promise<string> => {
    const { copied, text: words } = await later();
    return copied(result, full, withText(at, words));
  };
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{say('title')}</h2>
      <Verdict result={result} at={at} touched={touched} />
      <Share address={address} title={verdictSentences(result, at).head} markdown={asMarkdown} at={at} />
      <ViewSwitch at={at} />
      {selection.view === 'grid' ? (
        <LaterPart load={later} text={text}>
          {({ GridView, text: words }) => <GridView at={withText(at, words)} />}
        </LaterPart>
      ) : (
        <ForMachine result={result} at={at} cloudPath={cloudPath} />
      )}
    </section>
  );
};
