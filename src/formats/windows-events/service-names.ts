import { foldLabel } from './fold-label.ts';

/** The Cluster Service as the cluster log calls it, so that facts of both logs are about one service. */
export const CLUSTER_SERVICE_NAME = 'clussvc';

/** Display names of the Cluster Service, and its own. */
// biome-ignore format: a table
const CLUSTER_SERVICE = [
  'ClusSvc', 'Cluster Service', 'Cluster', '群集服务', '叢集服務', 'クラスター サービス', 'クラスタ サービス', '클러스터 서비스',
  'Служба кластеров', 'Служба кластера', 'Clusterdienst', 'Service de cluster', 'Servicio de clúster', 'Serviço de Cluster', 'Küme Hizmeti',
];

const clusterService = new Set(CLUSTER_SERVICE.map(foldLabel));

/** The Cluster Service under one name, in whichever language it was written; any other service as written. */
export function serviceName(written: string): string {
  return clusterService.has(foldLabel(written)) ? CLUSTER_SERVICE_NAME : written;
}

/**
 * Services whose starts and stops matter in a cluster incident even when nothing failed: the Cluster Service and
 * what is commonly clustered. Every other service starts and stops all day.
 */
export function isClusterRelevant(service: string): boolean {
  return (
    serviceName(service) === CLUSTER_SERVICE_NAME ||
    /\bsql server\b|^mssql|^sqlagent|oracle|hyper-?v virtual machine management|^vmms$|distributed transaction coordinator|^msdtc|iscsi initiator|^msiscsi$/i.test(
      service,
    )
  );
}

/** Words for the state "running" and "stopped" in event 7036. */
// biome-ignore format: a table
const STATE_WORDS: Readonly<Record<'started' | 'stopped', readonly string[]>> = {
  started: ['running', '正在运行', '正在執行', '執行中', '実行中', '실행', '실행 중', 'ausgeführt', 'wird ausgeführt', 'работает', 'выполняется', 'en cours d\'exécution', 'en ejecución', 'em execução', 'çalışıyor'],
  stopped: ['stopped', '停止', '已停止', '중지됨', '중지', 'beendet', 'angehalten', 'остановлена', 'остановка', 'arrêté', 'arrêtée', 'détenu', 'detenido', 'interrompido', 'parado', 'durduruldu'],
};

const states = new Map<string, 'started' | 'stopped'>();
for (const state of ['started', 'stopped'] as const) {
  for (const word of STATE_WORDS[state]) states.set(foldLabel(word), state);
}

/** What a state word of event 7036 says, in any of the languages; null for paused and for unknown words. */
export function serviceStateOf(word: string): 'started' | 'stopped' | null {
  return states.get(foldLabel(word)) ?? null;
}
