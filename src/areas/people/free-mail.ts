import domains from 'free-email-domains'

/** Providers and internet-access companies (many of the 2000s) that the package does not know. */
const ALSO: readonly string[] = `
  hey.com pobox.com tutanota.com tuta.com tuta.io proton.me pm.me duck.com mailbox.org posteo.de posteo.net fastmail.com
  privaterelay.appleid.com passmail.net simplelogin.com
  flash.net ev1.net pdq.net hal-pc.org attbi.com home.com webtv.net airmail.net erols.com wt.net cox-internet.com
  austintx.com kingwoodcable.com alltel.net caprock.net slip.net texas.net neosoft.com insync.net swbell.net pacbell.net
  ameritech.net nvbell.net snet.net prodigy.net sbcglobal.net bellsouth.net att.net attglobal.net worldnet.att.net
  aol.com cs.com compuserve.com earthlink.net earthlink.com mindspring.com netcom.com ix.netcom.com juno.com netzero.net
  hotmail.com msn.com live.com outlook.com yahoo.com gmail.com googlemail.com excite.com lycos.com iname.com
  mediaone.net roadrunner.com rr.com twc.com charter.net adelphia.net cableone.net insightbb.com mchsi.com
  comcast.net optonline.net verizon.net gte.net uswest.net qwest.net frontiernet.net windstream.net tds.net
  emirates.net.ae btinternet.com btopenworld.com freeserve.co.uk demon.co.uk ntlworld.com blueyonder.co.uk
  bigpond.net.au optusnet.com.au interlink.com.au xtra.co.nz sympatico.ca shaw.ca telus.net rogers.com
  t-online.de freenet.de arcor.de onlinehome.de wanadoo.fr free.fr laposte.net tiscali.it libero.it telefonica.net
  terra.es bluewin.ch chello.at telenet.be skynet.be planet.nl xs4all.nl hetnet.nl online.no telia.com`
  .split(/\s+/)
  .filter(Boolean)

const FREE_MAIL: ReadonlySet<string> = new Set([...(domains as string[]), ...ALSO])

/** The host, or a domain above it, gives mailboxes to anyone, so it says nothing about an employer. Lower case. */
export function isFreeMail(host: string): boolean {
  const labels = host.split('.')
  return labels.some((_, at) => at < labels.length - 1 && FREE_MAIL.has(labels.slice(at).join('.')))
}
