import type { MachineView, MeasuredPoint } from '../../../selector/result.ts';
import { integer } from '../format.ts';
import { dateText, durationText, figure, percent, published, rangeText, speedText } from './figures.ts';
import { quantName } from './names.ts';
import { decodePoints, type LogScale } from './scale.ts';
import type { Shared } from './shared.ts';

interface Props {
  machine: MachineView;
  scale: LogScale | null;
  at: Shared;
}

/** Half of the picture’s ends stay free, so that a mark at either end is not cut. */
const INSET = 0.02;
const inset = (part: number): string => percent(INSET + part * (1 - 2 * INSET));

const anchorOf = (part: number): 'start' | 'middle' | 'end' => (part < 0.05 ? 'start' : part > 0.95 ? 'end' : 'middle');

const Picture = ({ machine: { speed, unit, measured: all }, scale, at: { say, selection } }: Props & { scale: LogScale }) => {
  const measured = decodePoints(all);
  const list = measured.map((point) => published(point.tokensPerSecond)).join(say('list-gap'));
  const estimate = speed === null || unit === null ? say('speed.unknown') : speedText(speed, unit, say);
  return (
    <svg
      class="answer-speed"
      width="100%"
      height="54"
      role="img"
      aria-label={measured.length > 0 ? `${estimate}${say('sentence-gap')}${say('speed.published', { list })}` : estimate}
    >
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="tick" x1={inset(scale.at(tick))} x2={inset(scale.at(tick))} y1="2" y2="34" />
          <text class="soft" x={inset(scale.at(tick))} y="49" text-anchor={anchorOf(scale.at(tick))}>
            {figure(tick)}
          </text>
        </g>
      ))}
      {speed !== null && (
        <>
          <rect
            class="speed-range"
            x={inset(scale.at(speed.low))}
            y="9"
            width={percent((scale.at(speed.high) - scale.at(speed.low)) * (1 - 2 * INSET))}
            height="18"
            rx="4"
          />
          <line class="speed-mid" x1={inset(scale.at(speed.mid))} x2={inset(scale.at(speed.mid))} y1="9" y2="27" />
        </>
      )}
      {measured.map((point, index) => (
        <circle key={index} class={point.quant === selection.quant ? 'speed-own' : 'speed-other'} cx={inset(scale.at(point.tokensPerSecond))} cy="18" r="5" />
      ))}
    </svg>
  );
};

const Point = ({ point, at }: { point: MeasuredPoint; at: Shared }) => (
  <li>
    <svg class="answer-swatch" width="14" height="14" aria-hidden="true">
      {point.measure === 'decode' && <circle class={point.quant === at.selection.quant ? 'speed-own' : 'speed-other'} cx="7" cy="7" r="5" />}
    </svg>
    {at.say(`speed.point.${point.measure}${point.contextTokens === 0 ? '.empty' : ''}`, {
      speed: published(point.tokensPerSecond),
      quant: quantName(point.quant, at),
      tokens: integer(point.contextTokens),
      date: dateText(point.date, at.locale),
    })}{' '}
    <a href={point.source.url}>{point.source.name}</a>
  </li>
);

/** Published figures shown at once; the rest folds away. */
const SHOWN_POINTS = 3;

const Points = ({ points, at }: { points: readonly MeasuredPoint[]; at: Shared }) => {
  const list = (some: readonly MeasuredPoint[]) => (
    <ul class="answer-points">
      {some.map((point, index) => (
        <Point key={index} point={point} at={at} />
      ))}
    </ul>
  );
  const rest = points.slice(SHOWN_POINTS);
  return (
    <>
      {list(points.slice(0, SHOWN_POINTS))}
      {rest.length > 0 && (
        <details>
          <summary>{at.say('speed.more', { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
};

/** How fast: the estimate as a bar, published figures as marks on it, and for language models how long the answer takes to begin. */
export const SpeedRange = ({ machine, scale, at }: Props) => {
  const { say } = at;
  const { speed, unit, prefill, timeToFirstToken } = machine;
  const measured = [...machine.measured].sort((a, b) => Number(a.measure === 'prefill') - Number(b.measure === 'prefill'));
  return (
    <div class="answer-block">
      <h4>{say(machine.fit.status === 'no' ? 'speed.title.no' : 'speed.title')}</h4>
      <p class="answer-figure">{speed === null || unit === null ? say('speed.unknown') : speedText(speed, unit, say)}</p>
      {scale !== null && (speed !== null || decodePoints(measured).length > 0) && (
        <>
          <Picture machine={machine} scale={scale} at={at} />
          {unit !== null && <p class="answer-axis">{say(`axis.${unit}`)}</p>}
        </>
      )}
      {prefill !== null && timeToFirstToken !== null && (
        <p class="answer-soft">{say('speed.prefill', { range: rangeText(prefill, say), time: durationText(timeToFirstToken, say) })}</p>
      )}
      {measured.length > 0 ? (
        <>
          <h5>
            {say('speed.points')} <small>{say('speed.marks')}</small>
          </h5>
          <Points points={measured} at={at} />
        </>
      ) : (
        unit === 'tokens-per-second' && <p class="answer-soft">{say('speed.no-points')}</p>
      )}
    </div>
  );
};
