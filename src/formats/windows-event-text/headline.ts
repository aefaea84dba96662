/** One line that names an event by its number, over a message. */
export interface Headline {
  readonly id: number;
  /** '' when the line names none. */
  readonly source: string;
  /** Text behind the number; '' when the message stands below. */
  readonly message: string;
}

/** `Event 1135, FailoverClustering`: the title of Event Viewer's preview pane. */
const PREVIEW =
  /^(?:Event|事件|イベント|이벤트|Событие|Ereignis|Événement|Evento|Olay)\s+(\d{1,5})\s*[,、]\s*([^\s,:][^,:]{0,79})$/iu;
/** `Error 1135`, `Event ID 5120: message`, as articles write them. */
const ARTICLE =
  /^(?:(?:Critical|Error|Warning|Information)(?:\s+event)?|Event(?:\s+ID)?)\s+(\d{2,5})\s*(?:$|[:：–-]\s*(.*)$)/iu;

/** Reads a headline; null for any other line. */
export function headlineOf(line: string): Headline | null {
  const preview = PREVIEW.exec(line);
  if (preview) return { id: Number(preview[1]), source: preview[2]!.trim(), message: '' };
  const article = ARTICLE.exec(line);
  return article ? { id: Number(article[1]), source: '', message: article[2] ?? '' } : null;
}
