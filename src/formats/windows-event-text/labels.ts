import { foldLabel, plainText } from '../windows-events/fold-label.ts';
import type { DateOrder } from '../windows-events/written-date.ts';

/** What a label of a copied event stands for. */
export type Field =
  | 'logName'
  | 'source'
  | 'date'
  | 'time'
  | 'eventId'
  | 'task'
  | 'level'
  | 'keywords'
  | 'user'
  | 'computer'
  | 'opcode'
  | 'recordId'
  | 'description'
  | 'xml'
  | 'data';

interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Order of day and month in the language's short dates; null: year first, or (English) not the same everywhere. */
  readonly dateOrder: DateOrder | null;
  readonly labels: Partial<Readonly<Record<Field, readonly string[]>>>;
}

/**
 * Labels of Event Viewer's "Copy details as text" (Windows Vista and later), then those of Windows 2000 to 2003 after
 * them. Published logs confirm the first label of each field in en, zh-CN, zh-TW, ja, ko, ru and de, machine-translated
 * pages those of fr, es and tr; pt-BR and the 2003 labels of other languages than English are general knowledge.
 * Letter case, accents, blanks and apostrophes do not count, so one spelling stands for all of them.
 */
// biome-ignore format: a table
export const LANGUAGES: readonly Language[] = [
  { tag: 'en', dateOrder: null, labels: {
    logName: ['Log Name'], source: ['Source', 'Event Source', 'Provider', 'Provider Name', 'Source Name'], date: ['Date', 'Date and Time', 'createTime', 'TimeCreated', 'Time Created', 'TimeGenerated', 'Time Generated', 'Logged'],
    time: ['Time'], eventId: ['Event ID'], task: ['Task Category', 'Event Category', 'Category', 'Task'], level: ['Level', 'Event Type', 'Type'],
    keywords: ['Keywords', 'Keyword'], user: ['User', 'User Name'], computer: ['Computer', 'Computer Name', 'MachineName'], opcode: ['Opcode', 'OpCode'],
    recordId: ['Event Record ID', 'RecordId', 'Record Number'], description: ['Description', 'Message'], xml: ['Event Xml'], data: ['Data'] } },
  { tag: 'zh-CN', dateOrder: null, labels: {
    logName: ['日志名称'], source: ['来源', '事件来源'], date: ['日期'], time: ['时间', '事件时间'], eventId: ['事件 ID'], task: ['任务类别', '事件种类', '事件类别'], level: ['级别', '事件类型'],
    keywords: ['关键字'], user: ['用户'], computer: ['计算机'], opcode: ['操作代码'], description: ['描述'], xml: ['事件 Xml'], data: ['数据'] } },
  { tag: 'zh-TW', dateOrder: null, labels: {
    logName: ['記錄檔名稱', '記錄名稱'], source: ['來源', '事件來源'], date: ['日期'], time: ['時間'], eventId: ['事件識別碼', '事件 ID'], task: ['工作類別', '事件類別目錄'], level: ['層級', '等級', '事件類型'],
    keywords: ['關鍵字'], user: ['使用者'], computer: ['電腦'], opcode: ['作業碼', 'OpCode'], description: ['描述'], xml: ['事件 Xml'], data: ['資料'] } },
  { tag: 'ja', dateOrder: null, labels: {
    logName: ['ログの名前'], source: ['ソース', 'イベント ソース'], date: ['日付'], time: ['時刻'], eventId: ['イベント ID'], task: ['タスクのカテゴリ', 'イベント カテゴリ', '分類'], level: ['レベル', 'イベントの種類', '種類'],
    keywords: ['キーワード'], user: ['ユーザー', 'ユーザ'], computer: ['コンピューター', 'コンピュータ'], opcode: ['オペコード'], description: ['説明'], xml: ['イベント XML'], data: ['データ'] } },
  { tag: 'ko', dateOrder: null, labels: {
    logName: ['로그 이름'], source: ['원본', '이벤트 원본'], date: ['날짜'], time: ['시간'], eventId: ['이벤트 ID'], task: ['작업 범주', '이벤트 범주'], level: ['수준', '이벤트 형식', '이벤트 종류'],
    keywords: ['키워드'], user: ['사용자'], computer: ['컴퓨터'], opcode: ['Opcode'], description: ['설명'], xml: ['이벤트 Xml'], data: ['데이터'] } },
  { tag: 'ru', dateOrder: 'dmy', labels: {
    logName: ['Имя журнала'], source: ['Источник', 'Источник события'], date: ['Дата'], time: ['Время'], eventId: ['Код события'], task: ['Категория задачи', 'Категория события'], level: ['Уровень', 'Тип события'],
    keywords: ['Ключевые слова'], user: ['Пользователь'], computer: ['Компьютер'], opcode: ['Код операции'], description: ['Описание'], xml: ['Xml события'], data: ['Данные'] } },
  { tag: 'de', dateOrder: 'dmy', labels: {
    logName: ['Protokollname'], source: ['Quelle', 'Ereignisquelle'], date: ['Datum'], time: ['Zeit', 'Uhrzeit'], eventId: ['Ereignis-ID', 'Ereigniskennung'], task: ['Aufgabenkategorie', 'Ereigniskategorie'], level: ['Ebene', 'Ereignistyp'],
    keywords: ['Schlüsselwörter'], user: ['Benutzer'], computer: ['Computer'], opcode: ['Vorgangscode'], description: ['Beschreibung'], xml: ['Ereignis-XML'], data: ['Daten'] } },
  { tag: 'fr', dateOrder: 'dmy', labels: {
    logName: ['Nom du journal'], source: ['Source', 'Source de l’événement'], date: ['Date'], time: ['Heure'], eventId: ['ID de l’événement', 'ID d’événement'],
    task: ['Catégorie de la tâche', 'Catégorie de tâche', 'Catégorie de l’événement'], level: ['Niveau', 'Type de l’événement', 'Type d’événement'],
    keywords: ['Mots clés', 'Mots-clés'], user: ['Utilisateur'], computer: ['Ordinateur'], opcode: ['Opcode', 'Code d’opération'], description: ['Description'], xml: ['XML de l’événement', 'XML d’événement'], data: ['Données'] } },
  { tag: 'es', dateOrder: 'dmy', labels: {
    logName: ['Nombre de registro', 'Nombre del registro'], source: ['Origen', 'Origen del suceso', 'Origen del evento'], date: ['Fecha'], time: ['Hora'], eventId: ['Id. del evento', 'Id. de evento', 'Id. suceso', 'Id. del suceso'],
    task: ['Categoría de la tarea', 'Categoría de tarea', 'Categoría del suceso'], level: ['Nivel', 'Tipo de suceso'],
    keywords: ['Palabras clave'], user: ['Usuario'], computer: ['Equipo'], opcode: ['Código de operación'], description: ['Descripción'], xml: ['XML de evento', 'XML del evento'], data: ['Datos'] } },
  { tag: 'pt-BR', dateOrder: 'dmy', labels: {
    logName: ['Nome do Log'], source: ['Fonte', 'Fonte de evento'], date: ['Data'], time: ['Hora'], eventId: ['Identificação do Evento', 'ID do Evento', 'Identificação de evento'], task: ['Categoria da Tarefa', 'Categoria do evento'], level: ['Nível', 'Tipo de evento'],
    keywords: ['Palavras-chave'], user: ['Usuário'], computer: ['Computador'], opcode: ['Código de operação'], description: ['Descrição'], xml: ['XML de Evento', 'Xml do Evento'], data: ['Dados'] } },
  { tag: 'tr', dateOrder: 'dmy', labels: {
    logName: ['Günlük Adı'], source: ['Kaynak', 'Olay Kaynağı'], date: ['Tarih'], time: ['Saat'], eventId: ['Olay Kimliği'], task: ['Görev Kategorisi', 'Olay Kategorisi'], level: ['Düzey', 'Olay Türü'],
    keywords: ['Anahtar Sözcükler'], user: ['Kullanıcı'], computer: ['Bilgisayar'], opcode: ['İşlem Kodu'], description: ['Açıklama'], xml: ['Olay Xml'], data: ['Veriler'] } },
];

/** A header line: which field it gives, in which languages the label is one, and the rest of the line. */
export interface LabelledLine {
  readonly field: Field;
  readonly key: string;
  readonly languages: readonly string[];
  readonly value: string;
}

interface Label {
  readonly field: Field;
  readonly languages: readonly string[];
}

const headerLabels = new Map<string, Label>();
const blockLabels = new Map<string, 'xml' | 'data'>();
for (const { tag, labels } of LANGUAGES) {
  for (const [field, spellings] of Object.entries(labels) as [Field, readonly string[]][]) {
    for (const key of new Set(spellings.map(foldLabel))) {
      // `Data` is bytes after a description in English and the date in a Portuguese header: two tables, no clash.
      if (field === 'xml' || field === 'data') blockLabels.set(key, field);
      else
        headerLabels.set(key, {
          field,
          languages: [...(headerLabels.get(key)?.languages ?? []), tag],
        });
    }
  }
}

/** Longer than every label with the blanks, accents and marks that pages put around it. */
const MAX_LABEL_CHARS = 64;

/** Marks before a label on web pages and in comments: blanks, `>`, `#`, `//`, `*`, `|`, a list dash. */
const LINE_MARKS = /^(?:[\s>#*|;]|\/\/|-\s)+/;

/** A line without the marks of comments and Markdown around it; blanks of all kinds become plain ones. */
export function bareLine(line: string): string {
  let bare = plainText(line).replace(LINE_MARKS, '').replaceAll('**', '').trimEnd();
  for (;;) {
    const mark = /<\/?br ?\/?>$/i.exec(bare.slice(-8));
    if (!mark) return bare;
    bare = bare.slice(0, -mark[0].length).trimEnd();
  }
}

/** Reads a header line; null when it does not begin with a label and a colon. */
export function labelledLine(line: string): LabelledLine | null {
  const colonAt = colonIn(line);
  const key = keyBefore(line, colonAt);
  const label = headerLabels.get(key);
  return label ? { ...label, key, value: bareLine(line.slice(colonAt + 1)) } : null;
}

/** The field of a header line alone; undefined when the line is none. */
export function fieldOf(line: string): Field | undefined {
  return headerLabels.get(keyBefore(line, colonIn(line)))?.field;
}

/** The label that ends a description: of the event's XML, or of its bytes. Null for any other line. */
export function blockLabel(line: string): 'xml' | 'data' | null {
  return blockLabels.get(keyBefore(line, colonIn(line))) ?? null;
}

/** The order of day and month that all languages of the labels share; null when English is among them or they differ. */
export function dateOrderOf(languages: readonly string[]): DateOrder | null {
  const orders = LANGUAGES.filter(({ tag }) => languages.includes(tag)).map(
    (language) => language.dateOrder,
  );
  const [first = null] = orders;
  return orders.every((order) => order === first) ? first : null;
}

/** Text before a colon, folded; copied text repeats a dozen labels, so the last ones seen are kept. */
const foldedKeys = new Map<string, string>();
const MAX_FOLDED_KEYS = 2000;

/** Index of the colon that may end a label, or -1. */
function colonIn(line: string): number {
  return line.slice(0, MAX_LABEL_CHARS + 16).search(/[:：]/);
}

function keyBefore(line: string, colonAt: number): string {
  if (colonAt < 1) return '';
  const written = line.slice(0, colonAt);
  let key = foldedKeys.get(written);
  if (key === undefined) {
    if (foldedKeys.size >= MAX_FOLDED_KEYS) foldedKeys.clear();
    key = foldLabel(bareLine(written));
    foldedKeys.set(written, key);
  }
  return key;
}
