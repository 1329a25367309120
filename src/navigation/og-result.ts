/** What the share image of an answered page shows beside its title. A page writes it beside the address of the image, the build draws it. */
export interface OgResult {
  /** Decides the colour. */
  readonly status: 'comfortable' | 'fits' | 'tight' | 'needs-setting' | 'no' | 'rent' | 'limits' | 'unknown';
  /** Mark, word and Mac: `◎ 余裕あり Mac mini M6 24GB` */
  readonly verdict: string;
  /** The figures in one line. */
  readonly detail: string;
  /** Null where no Mac is spoken of, or the need is not known. */
  readonly bar: OgBar | null;
}

/** The memory bar, in parts of the width of the picture. */
export interface OgBar {
  readonly memory: number;
  readonly limit: number;
  /** From the left: the weights, then the rest of the need. */
  readonly weights: number;
  readonly need: number;
}
