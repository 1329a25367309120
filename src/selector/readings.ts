/**
 * What people type for a family of models beside its name: how it is read in Japanese, who publishes it, and what the publisher is called.
 * A family counts where its key stands in the id, name or family of a model. Katakana; hiragana is folded to it, long vowels and small
 * letters do not count.
 */
export const READINGS: readonly (readonly [key: string, words: readonly string[]])[] = [
  ['qwen', ['クウェン', 'クエン', 'クワン', 'キューウェン', 'キュウエン', 'アリババ', 'alibaba', 'tongyi', '通義千問']],
  ['llama', ['ラマ', 'リャマ', 'メタ', 'meta', 'facebook']],
  ['gemma', ['ジェマ', 'ゲマ', 'グーグル', 'google', 'deepmind']],
  ['mistral', ['ミストラル', 'mistral ai']],
  ['mixtral', ['ミクストラル', 'ミックストラル']],
  ['ministral', ['ミニストラル']],
  ['devstral', ['デブストラル', 'デヴストラル']],
  ['gpt-oss', ['ジーピーティー', 'ジーピーティーオーエスエス', 'オープンエーアイ', 'openai', 'chatgpt', 'チャットジーピーティー']],
  ['glm', ['ジーエルエム', 'ジプ', 'zhipu', 'z.ai', 'zai', '智譜']],
  ['phi', ['ファイ', 'フィー', 'マイクロソフト', 'microsoft']],
  ['deepseek', ['ディープシーク', 'ディープシーカー', '深度求索']],
  ['kimi', ['キミ', 'ムーンショット', 'moonshot', '月之暗面']],
  ['nemotron', ['ネモトロン', 'エヌビディア', 'nvidia']],
  ['minimax', ['ミニマックス']],
  ['granite', ['グラナイト', 'アイビーエム', 'ibm']],
  ['smollm', ['スモール', 'スモルエルエム', 'ハギングフェイス', 'hugging face', 'huggingface']],
  ['lfm', ['エルエフエム', 'リキッド', 'liquid ai']],
  ['cohere', ['コヒア', 'コーヒア', 'コマンド']],
  ['olmo', ['オルモ', 'アレン', 'ai2', 'allenai']],
  ['ernie', ['アーニー', 'バイドゥ', 'baidu', '百度']],
  ['seed', ['シード', 'バイトダンス', 'bytedance']],
  ['llm-jp', ['エルエルエムジェーピー', '国立情報学研究所', 'nii']],
  ['swallow', ['スワロー', 'ツバメ', '東京科学大', '東工大', 'science tokyo', 'tokyotech', '産総研', 'aist']],
  ['elyza', ['エライザ', 'エルワイザ', 'イライザ', 'エリザ']],
  ['abeja', ['アベジャ']],
  ['sakana', ['サカナ', 'サカナエーアイ']],
  ['sarashina', ['サラシナ', '更科', 'ソフトバンク', 'softbank', 'sb intuitions', 'インテュイションズ']],
  ['rakuten', ['ラクテン', '楽天']],
  ['cyberagent', ['サイバーエージェント', 'カーム']],
  ['rinna', ['リンナ', 'バケネコ', '化け猫']],
  ['shisa', ['シーサー', 'シサ']],
  ['karakuri', ['カラクリ']],
  ['flux', ['フラックス', 'ブラックフォレスト', 'black forest labs', 'bfl']],
  ['stable diffusion', ['ステーブルディフュージョン', 'ステイブルディフュージョン', 'スタビリティ', 'stability ai', 'sd']],
  ['sdxl', ['エスディーエックスエル', 'stable diffusion']],
  ['z-image', ['ゼットイメージ', 'ズィーイメージ', 'アリババ', 'alibaba', 'tongyi']],
  ['whisper', ['ウィスパー', 'オープンエーアイ', 'openai']],
  ['ruri', ['ルリ', '瑠璃', '名古屋大学', '名大']],
  ['bge', ['ビージーイー', 'baai', '智源']],
  ['e5', ['イーファイブ', 'マイクロソフト', 'microsoft']],
];

/** What asks for models made for Japanese. */
export const JAPANESE_WORDS: readonly string[] = ['日本語', '日本', 'ニホンゴ', 'ニッポン', 'japanese', 'japan', 'nihongo', 'jp', 'ja'];

/** Words that say nothing about which model. */
export const FILLERS: readonly string[] = [
  'モデル',
  'model',
  'models',
  'ノ',
  '用',
  '対応',
  '向',
  'ケ',
  '版',
  'parameters',
  'パラメータ',
  'パラメーター',
  'サイズ',
];
