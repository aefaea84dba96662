/** The service whose life is the membership of its node: ClusSvc, and the daemons of other cluster products. */
export function isClusterService(service: string): boolean {
  return /^(?:clussvc|cluster service|ocssd|ohasd|crsd|corosync|pacemakerd?)(?:\.\w+)?$/i.test(
    service.trim(),
  );
}

/** The process that hosts resource DLLs. */
export function isResourceHost(service: string): boolean {
  return /^(?:rhs\b|resource host)/i.test(service.trim());
}
