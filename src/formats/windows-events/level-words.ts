import { Level } from '../../model/level.ts';
import { foldLabel } from './fold-label.ts';

/**
 * Level words of Event Viewer, and of Windows 2003's "Event Type". Languages as in the label table. A failed audit is a
 * refused access and counts as a warning, a successful one as information.
 */
// biome-ignore format: a table
const WORDS: Readonly<Record<Level, readonly string[]>> = {
  1: ['Critical', '严重', '关键', '關鍵', '重大', '위험', 'Критический', 'Критическая', 'Kritisch', 'Critique', 'Crítico', 'Crítica', 'Kritik'],
  2: ['Error', '错误', '錯誤', 'エラー', '오류', 'Ошибка', 'Fehler', 'Erreur', 'Erro', 'Hata'],
  3: ['Warning', '警告', '경고', 'Предупреждение', 'Warnung', 'Avertissement', 'Advertencia', 'Aviso', 'Uyarı',
    'Audit Failure', 'Failure Audit', '审核失败', '失败审核', '稽核失敗', '失敗稽核', '失敗の監査', '監査の失敗', '감사 실패', '실패 감사',
    'Аудит отказа', 'Аудит отказов', 'Überwachung gescheitert', 'Fehlerüberw.', 'Échec de l\'audit', 'Audit des échecs',
    'Error de auditoría', 'Auditoría de errores', 'Falha na Auditoria', 'Denetim Başarısız'],
  4: ['Information', 'Info', '信息', '資訊', '情報', '정보', 'Сведения', 'Уведомление', 'Informationen', 'Informations', 'Información', 'Informações',
    'Informação', 'Informational', 'Bilgi', 'None', 'Audit Success', 'Success Audit', '审核成功', '成功审核', '稽核成功', '成功稽核', '成功の監査', '監査の成功',
    '감사 성공', '성공 감사', 'Аудит успеха', 'Аудит успехов', 'Überwachung erfolgreich', 'Erfolgsüberw.', 'Succès de l\'audit',
    'Audit des succès', 'Auditoría correcta', 'Auditoría de aciertos', 'Sucesso da Auditoria', 'Denetim Başarılı'],
  5: ['Verbose', 'Debug', '详细', '詳細', '자세한 정보', '자세히', 'Подробности', 'Подробно', 'Ausführlich', 'Commentaires', 'Détaillé', 'Detallado', 'Detalhado', 'Ayrıntılı'],
};

const levels = new Map<string, Level>();
for (const [level, words] of Object.entries(WORDS)) {
  for (const word of words) levels.set(foldLabel(word), Number(level) as Level);
}

/** The level that a word stands for in any of the languages, or null. */
export function levelOfWord(word: string): Level | null {
  return levels.get(foldLabel(word)) ?? null;
}

/** The level of an event's Level number: 1 Critical to 5 Verbose; 0 (LogAlways) counts as information. Null otherwise. */
export function levelOfNumber(number: number): Level | null {
  if (number === 0) return Level.Info;
  return number >= 1 && number <= 5 ? (number as Level) : null;
}
