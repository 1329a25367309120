/** A figure with a unit, as it stands in a text. */
export interface Figure {
  /** Without spaces, so that the same figure can be found again: `25.0GiB`, `macOS26以降` */
  readonly text: string;
  readonly kind: FigureKind;
  /** Where it starts in the text. */
  readonly at: number;
}

export type FigureKind = 'memory' | 'rate' | 'compute' | 'speed' | 'share' | 'factor' | 'money' | 'time' | 'date' | 'power' | 'version';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?(?:[万億兆]\d*)?`;
const RANGE = String.raw`${NUMBER}(?:\s?[〜–-]\s?${NUMBER})?\s?`;
const SOFTWARE = String.raw`macOS|iOS|Python|PyTorch|torch|torchvision|MLX|mlx-lm|mlx-vlm|mflux|llama\.cpp|Ollama|LM Studio|Xcode|Swift|CUDA|coremltools|Core ML|transformers|Diffusers|vLLM|vllm-metal|Docker Desktop|Docker|Homebrew|NumPy|TensorFlow|JAX|XGBoost|LightGBM|bitsandbytes|Unsloth|whisper\.cpp`;
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What a reader may ask the source of, longest first where one unit starts another. */
const PATTERNS: readonly (readonly [FigureKind, string])[] = [
  [
    'version',
    String.raw`(?:${SOFTWARE})\s?v?\d+(?:\.\d+)*(?:\s?(?:以上|以降|以前|未満|より前|より後|まで|から)|\+|\s(?:or|and)\s(?:later|newer|above|older|earlier)|\.x)`,
  ],
  [
    'date',
    String.raw`(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?!度|版|モデル|型)|(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)|(?:\d{1,2}\s)?(?:${MONTH})\s(?:\d{1,2},\s)?(?:19|20)\d\d`,
  ],
  ['speed', String.raw`${RANGE}(?:tok(?:en)?s?|トークン|枚|it|steps?|images?|文字|サンプル)\s?(?:\/\s?(?:s|秒|分|min)\b|\/秒|毎秒|per second)`],
  ['rate', String.raw`${RANGE}(?:[KMGT]B|[MG]b)(?:\/s|ps|毎秒|\/秒)`],
  ['memory', String.raw`${RANGE}(?:[KMGT]iB|[KMGT]B)(?![\w/])`],
  ['compute', String.raw`${RANGE}(?:[MGTPE]?FLOPS?\/?s?|TOPS)\b`],
  ['share', String.raw`${RANGE}(?:%|％|パーセント|percent|割(?![りる当合引]))`],
  ['factor', String.raw`${RANGE}(?:倍(?!精度)|times(?!\w)|×(?!\s?\d))`],
  ['money', String.raw`[¥￥$]\s?${NUMBER}|${RANGE}(?:円|ドル|yen|USD|JPY|dollars)`],
  ['power', String.raw`${RANGE}(?:kWh|W|ワット|℃|°C)(?![A-Za-z])`],
  [
    'time',
    String.raw`${RANGE}(?:GPU時間|時間(?!単位|帯)|分(?![のか野散類岐子割離布析解母け担]|けて)|秒|日(?=間|で|か|ほど|以上|、|。|$)|週間|か月|カ月|ヶ月|年(?=間|ほど|以上|分|前|か|で|、|。|$)|hours?|minutes?|seconds?|days?|weeks?|months?|years?|ms)(?![A-Za-z])`,
  ],
];

const compiled = PATTERNS.map(([kind, source]) => [kind, new RegExp(String.raw`(?<![\w.,#-])(?:${source})`, 'g')] as const);

/** All figures with a unit in a text, in reading order. A stretch of text counts once, for the first kind that matches it. */
export const figuresIn = (text: string): Figure[] => {
  const found: (Figure & { readonly end: number })[] = [];
  for (const [kind, pattern] of compiled) {
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (found.every((other) => end <= other.at || at >= other.end)) found.push({ text: match[0].replace(/\s/g, ''), kind, at, end });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ text: figure, kind, at }) => ({ text: figure, kind, at }));
};
