/** Hosts that carry other people's mailing lists: an address there is a list, and its domain is no company. */
const LIST_HOSTS: ReadonlySet<string> = new Set(
  `yahoogroups.com groups.yahoo.com egroups.com onelist.com googlegroups.com groups.google.com groups.msn.com topica.com
   freelists.org groups.io librelist.com simplelists.com mail-list.com jiscmail.ac.uk gmane.org`.split(/\s+/),
)

/** The host is one of them, or below one. `host` in lower case. */
export function isListHost(host: string): boolean {
  const labels = host.split('.')
  return labels.some((_, at) => LIST_HOSTS.has(labels.slice(at).join('.')))
}
